//! Lays records out in time.
