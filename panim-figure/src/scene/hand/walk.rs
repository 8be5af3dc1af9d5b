//! A way of random steps, the same on every machine.

use std::sync::Arc;

/// Steps forward, some longer and some shorter, over and over.
#[derive(Debug, Clone)]
pub(super) struct RandomWalk {
    /// Where it is before each of [`STEPS`], and after them.
    places: Arc<[f64]>,
    /// With which of them it begins.
    start: f64,
}

/// Until it repeats itself: more than lines on a picture are long, mostly.
pub(super) const STEPS: usize = 1024;

impl RandomWalk {
    /// Whose steps are from one by `factor` to `factor`, evenly in the logarithm.
    pub(super) fn new(factor: f64) -> Self {
        let mut at = 0.0;
        let places = (0..=STEPS as u64).map(|i| {
            let before = at;
            at += factor.powf(2.0 * fraction(mixed(i)) - 1.0);
            before
        });
        Self { places: places.collect(), start: 0.0 }
    }

    /// The same from another step on.
    pub(super) fn of(&self, (axes, layer): (usize, usize)) -> Self {
        let start = mixed(mixed(axes as u64) ^ layer as u64) % STEPS as u64;
        Self { start: start as f64, ..self.clone() }
    }

    /// How far it goes in so many steps, of which the last one may be a part.
    pub(super) fn after(&self, steps: f64) -> f64 {
        self.place(self.start + steps) - self.place(self.start)
    }

    fn place(&self, steps: f64) -> f64 {
        let rounds = (steps / STEPS as f64).floor();
        let within = steps - rounds * STEPS as f64;
        let before = (within as usize).min(STEPS - 1);
        let (from, to) = (self.places[before], self.places[before + 1]);
        rounds * self.places[STEPS] + from + (within - before as f64) * (to - from)
    }
}

/// From 0 to 1.
fn fraction(bits: u64) -> f64 {
    (bits >> 11) as f64 / (1_u64 << 53) as f64
}

/// The numbers of SplitMix64, by their position.
fn mixed(i: u64) -> u64 {
    let z = i.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_as_long_as_their_mean_says() {
        let mean = (2.0 - 0.5) / (2.0 * 2.0_f64.ln());
        let walk = RandomWalk::new(2.0);
        let round = walk.after(STEPS as f64);
        assert!((round / STEPS as f64 - mean).abs() < 0.04, "{round}");
        assert!((walk.after(3.0 * STEPS as f64) - 3.0 * round).abs() < 1e-6);
        let steps = (0..5000).map(|i| walk.after(f64::from(i + 1)) - walk.after(f64::from(i)));
        assert!(steps.into_iter().all(|step| (0.5 - 1e-9..2.0 + 1e-9).contains(&step)));
    }

    /// The first outputs of Vigna's `splitmix64.c` from 0.
    #[test]
    fn numbers_are_those_of_splitmix() {
        assert_eq!([0, 1].map(mixed), [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4]);
    }
}
