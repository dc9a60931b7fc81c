"""Who a person is, which roles they hold where and when."""
