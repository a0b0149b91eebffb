//! The pipeline as a whole: its invariants on the seeds and on generated text, goldens, and the gold beside the repository.

mod corrections;
mod findings;
mod gold;
pub(crate) mod golden;
mod held;
mod invariant;
mod lens_compare;
mod lens_coverage;
mod lens_voices;
mod search;
mod stories;
pub(crate) mod walk;
