//! Articles in the shapes of many publishers.
