//! Draws one figure of very many points: `big KIND X Y [PICTURE]`. `benches/compare/big.py` calls it.
//!
//! `X` and `Y` are files of 64-bit floats. It says seconds, seconds of processor time and the most memory in MB
//! from the columns in memory to the pixels in memory.

#![allow(missing_docs)]

use panim::{Figure, Line, Renderer, Scatter};
use panim_benches::{peak_memory, thread_cpu};
use std::{env, error::Error, fs, time::Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [kind, x, y, picture @ ..] = args.as_slice() else {
        println!("usage: big KIND X Y [PICTURE]; benches/compare/big.py calls it");
        return Ok(());
    };
    let (x, y) = (column(x)?, column(y)?);
    let (begun, cpu) = (Instant::now(), thread_cpu().unwrap_or(f64::NAN));
    let mut fig = Figure::new();
    let ax = fig.axes();
    match kind.as_str() {
        "scatter" => _ = ax.add(Scatter::new(x, y)),
        "faint scatter" => _ = ax.add(Scatter::new(x, y).size(1).alpha(0.05)),
        _ => _ = ax.add(Line::new(x, y)),
    }
    let mut renderer = Renderer::new(fig)?;
    let pixels = renderer.draw()?.to_vec();
    let wall = begun.elapsed().as_secs_f64();
    let cpu = thread_cpu().unwrap_or(f64::NAN) - cpu;
    println!("{wall} {cpu} {}", peak_memory().unwrap_or(f64::NAN));
    if let [picture] = picture {
        let (width, height) = renderer.size();
        panim::Picture::new(width, height, pixels).save_png(picture)?;
    }
    Ok(())
}

fn column(path: &str) -> Result<Vec<f64>, Box<dyn Error>> {
    // read piece by piece, so that the bytes are never there beside the numbers
    use std::io::{BufReader, Read};
    let count = fs::metadata(path)?.len() as usize / 8;
    let mut file = BufReader::with_capacity(1 << 16, fs::File::open(path)?);
    let mut number = [0; 8];
    let mut numbers = Vec::with_capacity(count);
    for _ in 0..count {
        file.read_exact(&mut number)?;
        numbers.push(f64::from_le_bytes(number));
    }
    Ok(numbers)
}
