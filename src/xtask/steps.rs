//! Steps with their times: what `cargo xtask test` shows while it runs, when it fails and when it is done.

use anyhow::{Context, Result};
use std::time::{Duration, Instant};

/// Beyond this the whole test is getting close to the limit below.
const WARN_AFTER: Duration = Duration::from_secs(25 * 60);
/// Where continuous integration stops a run.
const LIMIT_MINUTES: u32 = 40;

/// The steps done so far.
pub(crate) struct Steps {
    done: Vec<(&'static str, Duration)>,
}

impl Steps {
    /// None done yet.
    pub(crate) fn new() -> Self {
        Self { done: Vec::new() }
    }

    /// Does one step; `alone` is what to type in order to do only this one.
    pub(crate) fn step(&mut self, name: &'static str, alone: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        println!("\n── {name} ──");
        let start = Instant::now();
        work().with_context(|| format!("the step \"{name}\" failed. To run only this step: {alone}\n  reason"))?;
        let time = start.elapsed();
        println!("── {name}: done in {} ──", in_words(time));
        self.done.push((name, time));
        Ok(())
    }

    /// The table of times, a warning if they are long, and one sentence at the very end.
    pub(crate) fn summary(&self) -> String {
        let total: Duration = self.done.iter().map(|(_, time)| *time).sum();
        let mut text = String::new();
        for (name, time) in &self.done {
            text.push_str(&format!("  {name:<28}{:>14}\n", in_words(*time)));
        }
        if total > WARN_AFTER {
            let total = in_words(total);
            text.push_str(&format!("WARNING: this took {total}; the limit in CI is {LIMIT_MINUTES} minutes.\n"));
        }
        text.push_str(&format!("Everything passed: {} steps in {}.", self.done.len(), in_words(total)));
        text
    }
}

/// A time as one reads it: `3.2 s`, `4 min 05 s`.
pub(crate) fn in_words(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..60 => format!("{:.1} s", time.as_secs_f64()),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_easily() {
        assert_eq!(in_words(Duration::from_millis(3_210)), "3.2 s");
        assert_eq!(in_words(Duration::from_secs(245)), "4 min 05 s");
    }

    #[test]
    fn a_failed_step_says_how_to_run_it_alone() {
        let mut steps = Steps::new();
        let error = steps.step("baking", "cargo xtask bake", || anyhow::bail!("burnt")).unwrap_err();
        let text = format!("{error:#}");
        for part in ["baking", "cargo xtask bake", "burnt"] {
            assert!(text.contains(part), "{part} is missing in {text}");
        }
        assert!(steps.done.is_empty());
    }

    #[test]
    fn a_long_test_is_warned_of_before_the_last_line() {
        let short = Steps { done: vec![("baking", Duration::from_secs(9)), ("eating", Duration::from_secs(3))] };
        assert_eq!(short.summary().lines().last(), Some("Everything passed: 2 steps in 12.0 s."));
        assert!(!short.summary().contains("WARNING"));
        let long = Steps { done: vec![("baking", Duration::from_secs(26 * 60))] };
        assert!(long.summary().contains("WARNING: this took 26 min 00 s; the limit in CI is 40 minutes."));
        assert!(long.summary().lines().last().is_some_and(|line| line.starts_with("Everything passed")));
    }
}
