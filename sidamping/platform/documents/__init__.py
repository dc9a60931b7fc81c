"""Document numbers, QR pictures and PDF composition."""
