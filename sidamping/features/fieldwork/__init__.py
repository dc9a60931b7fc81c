"""What happens in the village: observation, problems, plans, visits."""
