//! What the figures of both show. `data.py` computes the same numbers.

use panim::linspace;
use std::{array, f64::consts::TAU};

/// Numbers that look random and are the same in any language: a linear congruential generator.
struct Chance(u64);

impl Chance {
    fn uniform(&mut self, low: f64, high: f64) -> f64 {
        const MODULUS: u64 = 1 << 31;
        self.0 = (self.0 * 1_103_515_245 + 12_345) % MODULUS;
        low + (high - low) * (self.0 as f64 / MODULUS as f64)
    }

    /// The sum of twelve uniform numbers is as good as normal.
    fn normal(&mut self, mean: f64, deviation: f64) -> f64 {
        let sum = (0..12).fold(0.0, |sum, _| sum + self.uniform(0.0, 1.0));
        mean + deviation * (sum - 6.0)
    }

    fn uniforms(&mut self, count: usize, low: f64, high: f64) -> Vec<f64> {
        (0..count).map(|_| self.uniform(low, high)).collect()
    }

    fn normals(&mut self, count: usize, mean: f64, deviation: f64) -> Vec<f64> {
        (0..count).map(|_| self.normal(mean, deviation)).collect()
    }
}

type Rows = Vec<Vec<f64>>;

fn each(values: &[f64], of: impl Fn(f64) -> f64) -> Vec<f64> {
    values.iter().map(|value| of(*value)).collect()
}

/// A row for each of `y`, in it a value for each of `x`.
fn rows(x: &[f64], y: &[f64], of: impl Fn(f64, f64) -> f64) -> Rows {
    y.iter().map(|y| each(x, |x| of(x, *y))).collect()
}

pub(crate) fn wave() -> [Vec<f64>; 2] {
    let x = linspace(0, 8, 81);
    let y = each(&x, |x| 4.0 + (2.0 * x).sin());
    [x, y]
}

pub(crate) fn samples() -> [Vec<f64>; 3] {
    let x = linspace(0, 8, 21);
    let low = each(&x, |x| 2.0 + (2.0 * x).sin() * (-x / 5.0).exp());
    let high = each(&x, |x| 6.0 + x.cos());
    [x, low, high]
}

/// Eight values, one for each whole number from 0.
pub(crate) fn few() -> ([f64; 8], [f64; 8]) {
    (array::from_fn(|i| i as f64), [4.8, 5.5, 3.5, 4.6, 6.5, 6.6, 2.6, 3.0])
}

pub(crate) fn cloud() -> [Vec<f64>; 4] {
    let mut chance = Chance(3);
    let (x, y) = (chance.normals(40, 4.0, 1.5), chance.normals(40, 4.0, 1.5));
    [x, y, chance.uniforms(40, 20.0, 120.0), chance.uniforms(40, 0.0, 100.0)]
}

pub(crate) fn band() -> [Vec<f64>; 4] {
    let x = linspace(0, 8, 33);
    let middle = |x: f64| 3.0 + 1.5 * x.sin();
    let low = each(&x, |x| middle(x) - 0.3 - x / 8.0);
    let high = each(&x, |x| middle(x) + 0.5 + x / 5.0);
    let middle = each(&x, middle);
    [x, low, middle, high]
}

pub(crate) fn shares() -> ([f64; 5], [[f64; 5]; 3]) {
    let rows = [[1.0, 1.2, 2.0, 2.6, 3.0], [1.6, 2.4, 2.0, 2.8, 3.4], [0.6, 1.0, 1.8, 1.2, 2.2]];
    (array::from_fn(|i| 2.0 * i as f64), rows)
}

pub(crate) fn sample() -> Vec<f64> {
    Chance(1).normals(200, 4.0, 1.5)
}

pub(crate) fn groups() -> [Vec<f64>; 3] {
    let mut chance = Chance(10);
    [(3.0, 1.25), (5.0, 1.0), (4.0, 1.4)].map(|(mean, spread)| chance.normals(100, mean, spread))
}

pub(crate) fn measured() -> [[f64; 3]; 4] {
    [[2.0, 4.0, 6.0], [3.6, 5.0, 4.2], [0.9, 0.4, 0.5], [1.0, 0.6, 1.2]]
}

pub(crate) fn events() -> ([f64; 3], [Vec<f64>; 3]) {
    let mut chance = Chance(7);
    let summed = |steps: Vec<f64>| {
        let mut sum = 0.0;
        each(&steps, |step| step).into_iter().map(|step| (sum += step, sum).1).collect()
    };
    ([2.0, 4.0, 6.0], [(); 3].map(|()| summed(chance.uniforms(30, 0.02, 0.5))))
}

pub(crate) fn correlated() -> [Vec<f64>; 2] {
    let mut chance = Chance(1);
    let x = chance.normals(4000, 0.0, 0.9);
    let y = x.iter().zip(chance.normals(4000, 0.0, 0.8)).map(|(x, off)| 1.2 * x + off);
    let y = y.collect();
    [x, y]
}

pub(crate) fn pieces() -> ([i32; 4], [&'static str; 4]) {
    ([1, 2, 3, 4], ["#d6e6f4", "#6aaed6", "#2e7ebc", "#0b559f"])
}

/// A surface with hills and dales over -3 to 3.
pub(crate) fn hills(count: usize) -> (Vec<f64>, Vec<f64>, Rows) {
    let x = linspace(-3, 3, count);
    let z = rows(&x, &x, hill);
    (x.clone(), x, z)
}

fn hill(x: f64, y: f64) -> f64 {
    (1.0 - x / 2.0 + x * x * x * y) * (-x * x - y * y / 2.0).exp()
}

/// The same over cells of many widths.
pub(crate) fn uneven() -> (Vec<f64>, Vec<f64>, Rows) {
    let x =
        vec![-3.0, -2.0, -1.6, -1.2, -0.8, -0.5, -0.2, 0.1, 0.3, 0.5, 0.8, 1.1, 1.5, 1.9, 2.3, 3.0];
    let y = linspace(-3, 3, 31);
    let z = rows(&x, &y, hill);
    (x, y, z)
}

pub(crate) fn winds() -> [Vec<f64>; 4] {
    let (x, y) = ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [1.0, 2.5, 4.0, 5.5]);
    let at = |of: &dyn Fn(f64, f64) -> f64| rows(&x, &y, of).concat();
    [at(&|x, _| x), at(&|_, y| y), at(&|x, _| 12.0 * (x - 2.0)), at(&|_, y| 9.0 * (y - 2.0))]
}

pub(crate) fn turning() -> (Vec<f64>, Vec<f64>, Rows, Rows) {
    let x = linspace(-4, 4, 7);
    let u = rows(&x, &x, |x, y| (y + x) / 2.0);
    let v = rows(&x, &x, |x, y| (y - x) / 2.0);
    (x.clone(), x, u, v)
}

pub(crate) fn flow() -> (Vec<f64>, Vec<f64>, Rows, Rows) {
    let x = linspace(-3, 3, 40);
    let u = rows(&x, &x, |x, y| -1.0 - x * x + y);
    let v = rows(&x, &x, |x, y| 1.0 + x - y * y);
    (x.clone(), x, u, v)
}

/// Points without order, and the height of the hills there.
pub(crate) fn scattered(count: usize) -> [Vec<f64>; 3] {
    let mut chance = Chance(1);
    let (x, y) = (chance.uniforms(count, -3.0, 3.0), chance.uniforms(count, -3.0, 3.0));
    let z = x.iter().zip(&y).map(|(x, y)| hill(*x, *y)).collect();
    [x, y, z]
}

pub(crate) fn towers() -> [[f64; 5]; 3] {
    [[1.0, 1.0, 2.0, 2.0, 3.0], [1.0, 2.0, 1.0, 2.0, 2.0], [2.0, 3.0, 1.0, 4.0, 2.5]]
}

pub(crate) fn ring() -> [Vec<f64>; 3] {
    let turn = linspace(0, TAU, 50);
    let z = each(&turn, |turn| 0.5 * (3.0 * turn).sin());
    [each(&turn, f64::cos), each(&turn, f64::sin), z]
}

pub(crate) fn helix() -> [Vec<f64>; 3] {
    let turn = linspace(0, 3.0 * TAU, 100);
    [each(&turn, f64::cos), each(&turn, f64::sin), linspace(0, 1, 100)]
}

/// Out of the middle of a cube, at its 27 lattice points.
pub(crate) fn arrows() -> [Vec<f64>; 6] {
    let lattice = |of: &dyn Fn(f64, f64, f64) -> f64| {
        let place = |i: usize| (i % 3) as f64 - 1.0;
        (0..27).map(|i| of(place(i / 9), place(i / 3), place(i))).collect()
    };
    [
        lattice(&|x, _, _| x),
        lattice(&|_, y, _| y),
        lattice(&|_, _, z| z),
        lattice(&|x, y, _| (x + y) / 5.0),
        lattice(&|x, y, _| (y - x) / 5.0),
        lattice(&|_, _, z| z / 4.0 + 0.1),
    ]
}

pub(crate) fn points() -> [Vec<f64>; 3] {
    let mut chance = Chance(5);
    [(); 3].map(|()| chance.normals(100, 0.0, 1.0))
}

pub(crate) fn stalks() -> [Vec<f64>; 3] {
    let turn = linspace(0, TAU, 20);
    [each(&turn, f64::cos), each(&turn, f64::sin), linspace(0, 1, 20)]
}

pub(crate) fn ripples() -> (Vec<f64>, Vec<f64>, Rows) {
    let x = linspace(-5, 5, 40);
    let z = rows(&x, &x, |x, y| x.hypot(y).sin());
    (x.clone(), x, z)
}

/// On circles around the middle, each half a step on from the one in it: four points that are on a circle
/// of their own would be two triangles in two ways.
pub(crate) fn saddle() -> [Vec<f64>; 3] {
    let (mut x, mut y) = (vec![0.0], vec![0.0]);
    for (radius, step) in (1..9).flat_map(|radius| (0..36).map(move |step| (radius, step))) {
        let radius = f64::from(radius);
        let turn = (f64::from(step) + radius / 2.0) * (TAU / 36.0);
        x.push(radius / 8.0 * turn.cos());
        y.push(radius / 8.0 * turn.sin());
    }
    let z = x.iter().zip(&y).map(|(x, y)| (-x * y).sin()).collect();
    [x, y, z]
}

/// Two corners of a block.
pub(crate) fn cubes() -> [[[bool; 8]; 8]; 8] {
    let filled = |x, y, z| x < 3 && y < 3 && z < 3 || x >= 5 && y >= 5 && z >= 5;
    array::from_fn(|x| array::from_fn(|y| array::from_fn(|z| filled(x, y, z))))
}

pub(crate) fn terrain() -> (Vec<f64>, Vec<f64>, Rows) {
    let x = linspace(-5, 5, 30);
    let z = rows(&x, &x, |x, y| x.hypot(y).sin() * (x / 3.0).cos());
    (x.clone(), x, z)
}
