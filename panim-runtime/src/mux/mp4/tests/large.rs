//! Beyond 4 GiB, and beyond what an index can count.

use super::*;

#[test]
fn videos_beyond_four_gigabytes_have_wide_offsets() {
    let settings = settings(64, 48);
    let group = encode(&settings, &pictures(&settings, 0, 2)).unwrap();
    let mut track = Track::new(&group, &settings);
    let mut groups = 0;
    while track.data_bytes() <= 1 << 32 {
        // As many bytes as the real one would have if its pictures were that large.
        track.add_bytes(1 << 28);
        track.add(&group).unwrap();
        groups += 1;
    }
    let data_bytes = track.data_bytes();
    let head = Head::new(28, track, &[]).unwrap();
    let mut bytes = &head.bytes[..];
    let stbl = Moov::decode(&mut bytes).unwrap().trak.remove(0).mdia.minf.stbl;
    assert_eq!(stbl.stco, None);
    let offsets = stbl.co64.unwrap().entries;
    assert_eq!(offsets.len(), groups);
    assert_eq!(offsets[0], head.data_start + (1 << 28));
    assert!(*offsets.last().unwrap() > 1 << 32);
    assert_eq!(bytes[..8], *b"\0\0\0\x01mdat");
    assert_eq!(bytes[8..], (data_bytes + 16).to_be_bytes());
    assert_eq!(head.data_start, 28 + head.bytes.len() as u64);
}

#[test]
fn places_have_64_bits_only_where_the_pictures_end_beyond_4_gib() {
    let settings = settings(64, 48);
    let group = encode(&settings, &pictures(&settings, 0, 2)).unwrap();
    let head = |data_bytes: u64| {
        let mut track = Track::new(&group, &settings);
        track.add(&group).unwrap();
        track.add_bytes(data_bytes - 2 * group.data.len() as u64);
        track.add(&group).unwrap();
        let head = Head::new(28, track, &[]).unwrap();
        assert_eq!(head.data_start, 28 + head.bytes.len() as u64);
        let stbl = Moov::decode(&mut &head.bytes[..]).unwrap().trak.remove(0).mdia.minf.stbl;
        let last = head.data_start + data_bytes - group.data.len() as u64;
        match (stbl.stco, stbl.co64) {
            (Some(stco), None) => assert_eq!(u64::from(stco.entries[1]), last),
            (None, Some(co64)) => assert_eq!(co64.entries[1], last),
            _ => panic!("places of one kind"),
        }
        head
    };
    let most = u64::from(u32::MAX) - head(1 << 20).data_start;
    let (narrow, wide) = (head(most), head(most + 1));
    assert_eq!(narrow.data_start + narrow.data_bytes, u64::from(u32::MAX));
    assert_eq!(wide.bytes.len() - narrow.bytes.len(), 2 * 4, "two places of 64 bits");
}

#[test]
fn durations_beyond_32_bits_are_exact() {
    let settings = EncodeSettings { fps: Fps::from((1, 1000)), ..settings(16, 16) };
    let mut group = encode(&settings, &pictures(&settings, 0, 1)).unwrap();
    group.samples = vec![group.samples[0]; 1000];
    let file = mux(&settings, &[&group]);
    let mdhd = &file.moov.trak[0].mdia.mdhd;
    assert!(mdhd.duration > u64::from(u32::MAX));
    assert_eq!(mdhd.duration, 1_000_000 * u64::from(mdhd.timescale));
    assert_eq!(
        (file.moov.mvhd.duration, file.moov.trak[0].tkhd.duration),
        (mdhd.duration, mdhd.duration)
    );
}

#[test]
fn an_index_that_no_box_can_hold_is_refused_while_it_grows() {
    let mib = 1 << 20;
    moov::check_room(900 * mib, 30 * mib, 30 * mib, 1).unwrap();
    for (frames, sync, chunks, runs) in [(1024, 1, 1, 1), (350, 350, 350, 1), (200, 200, 200, 200)]
    {
        let refused = moov::check_room(frames * mib, sync * mib, chunks * mib, runs * mib);
        assert!(refused.unwrap_err().to_string().contains("larger than 4 GiB"));
    }
}

/// What ffmpeg makes of the pictures from a time on, in seconds: a line for each.
fn decoded(path: &Path, from: f64) -> Vec<String> {
    let ffmpeg = Command::new("ffmpeg")
        .args(["-v", "error", "-ss", &from.to_string(), "-i"])
        .arg(path)
        .args(["-frames:v", "2", "-f", "framemd5", "-"])
        .output()
        .unwrap();
    assert!(ffmpeg.status.success() && ffmpeg.stderr.is_empty(), "{ffmpeg:?}");
    let text = String::from_utf8(ffmpeg.stdout).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.rsplit(',').next().unwrap().trim().into()).collect()
}

/// Pictures that take as many bytes as pictures can.
fn noise(settings: &EncodeSettings, mut state: u64) -> EncodedGroup {
    let EncodeSettings { width, height, .. } = *settings;
    let mut pictures = || {
        let bytes = (0..width * height * 4).map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 56) as u8
        });
        to_i420(width, height, &bytes.collect::<Vec<_>>())
    };
    encode(settings, &[pictures(), pictures()]).unwrap()
}

#[test]
#[ignore = "writes 4.3 GB, and needs ffmpeg"]
fn more_than_four_gigabytes_play_beyond_them() {
    let folder = tempfile::tempdir_in(env!("CARGO_MANIFEST_DIR")).unwrap();
    let [path, short] = ["video.mp4", "short.mp4"].map(|name| folder.path().join(name));
    let settings = EncodeSettings { quality: 0, ..settings(2048, 1152) };
    let (many, last) = (noise(&settings, 1), noise(&settings, 2));
    let mut mux = Mp4::create(&target(&path), &[]).unwrap();
    let groups = (1_usize << 32).div_ceil(many.data.len()) + 1;
    for _ in 0..groups {
        mux.write(&many, &settings).unwrap();
    }
    mux.write(&last, &settings).unwrap();
    assert!(Box::new(mux).finish().unwrap().bytes > 1 << 32);
    let mut mux = Mp4::create(&target(&short), &[]).unwrap();
    mux.write(&last, &settings).unwrap();
    Box::new(mux).finish().unwrap();

    let frame = (2 * groups) as f64;
    let (long, short) = (decoded(&path, (frame - 0.5) / 30.0), decoded(&short, 0.0));
    assert_eq!(long.len(), 2);
    assert!(long == short && decoded(&path, 0.0) != short);
}

#[test]
fn moving_keeps_every_byte() {
    let sizes = [0, 1, 1000, MOVED_AT_ONCE, MOVED_AT_ONCE * 2 + 77];
    for (bytes, by) in sizes.into_iter().flat_map(|bytes| [1, 900, 3 << 20].map(|by| (bytes, by))) {
        let data: Vec<u8> = (0..bytes).map(|i| (i % 251) as u8).collect();
        let mut file = Cursor::new([&[7; 24][..], &data].concat());
        move_forward(&mut file, 24, bytes, by).unwrap();
        let file = file.into_inner();
        assert_eq!(file[..24], [7; 24]);
        assert!(bytes == 0 || file[(24 + by) as usize..] == data, "{bytes} by {by}");
    }
}

/// A disk without room, as the system has it for tests.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_reported_with_the_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("video.mp4");
    fs::write(&path, "older").unwrap();
    let mut output = Output::create(&target(&path)).unwrap();
    output.replace_file(fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
    let settings = settings(64, 48);
    let group = encode(&settings, &pictures(&settings, 0, 1)).unwrap();
    let mut mux = Mp4 { output, ftyp: Vec::new(), udta: Vec::new(), track: None, complete: None };

    let Err(Error::File { path: named, source }) = mux.write(&group, &settings) else {
        panic!("a full disk took the pictures")
    };
    assert_eq!((named, source.kind()), (path.clone(), io::ErrorKind::StorageFull));
    drop(mux);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    assert_eq!(fs::read_to_string(path).unwrap(), "older");
}
