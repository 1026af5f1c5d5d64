"""The front door: what people meet who write their first register."""
