"""The pages of questions to scientists; everybody signed in reads them."""
