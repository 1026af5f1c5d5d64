"""What leaves the register for people who will never see it: each report as plain values, and as a paper of them."""
