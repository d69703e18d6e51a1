//! What has just happened, in words.
