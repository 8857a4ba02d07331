"""What those need who run the service for years: health, figures, logs, patience with slow clients."""
