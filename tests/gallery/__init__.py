"""Every place, dialog and document page of the sample as pictures: for the eye, the README and the golden pictures."""
