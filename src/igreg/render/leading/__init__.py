"""What those who lead ask: who could deputise."""
