use super::*;

const PICTURE: Rect = Rect::new(0.0, 0.0, 1000.0, 500.0);

/// One whose hundredths of an inch are pixels.
fn hand(sketch: Sketch) -> Hand {
    Hand::new(&sketch, Color::WHITE, 1.0 / HUNDREDTH)
}

fn level(from: f64, to: f64) -> BezPath {
    let mut line = BezPath::new();
    line.move_to((from, 100.0));
    line.line_to((to, 100.0));
    line
}

fn points(path: &BezPath) -> Vec<Point> {
    path.iter().filter_map(|element| element.end_point()).collect()
}

#[test]
fn without_randomness_a_line_is_a_sine() {
    let swayed = hand(Sketch::new().scale(3).randomness(1)).swayed(&level(10.0, 410.0), PICTURE);
    assert_eq!(points(&swayed).len(), 401);
    for Point { x, y } in points(&swayed) {
        let wanted = 100.0 + 3.0 * (TAU * (x - 10.0) / 100.0).sin();
        assert!((y - wanted).abs() < 1e-6, "{y} at {x}");
    }
}

#[test]
fn a_line_that_grows_stays_where_it_is() {
    let hand = hand(Sketch::new()).of((0, 3));
    let (short, long) = (level(0.0, 300.0), level(0.0, 900.0));
    let [short, long] = [short, long].map(|line| points(&hand.swayed(&line, PICTURE)));
    // but for what is rounded
    assert!(short.iter().zip(&long).take(300).all(|(a, b)| a.distance(*b) < 1e-9));
    assert!(long.iter().all(|point| (point.y - 100.0).abs() <= 1.0));
    assert!(long.iter().any(|point| (point.y - 100.0).abs() > 0.9));
}

#[test]
fn artists_sway_each_in_its_own_way() {
    let hand = hand(Sketch::new());
    let line = |layer| points(&hand.of((0, layer)).swayed(&level(0.0, 900.0), PICTURE));
    assert_eq!(line(1), line(1));
    assert_ne!(line(1), line(2));
}

#[test]
fn what_is_closed_ends_where_it_began() {
    let rect = Rect::new(100.0, 100.0, 350.0, 260.0).to_path(0.1);
    let swayed = points(&hand(Sketch::new().scale(5)).swayed(&rect, PICTURE));
    assert!(swayed[0].distance(swayed[swayed.len() - 1]) < 1e-9);
}

#[test]
fn ways_that_go_far_away_take_few_points() {
    let swayed = hand(Sketch::new()).swayed(&level(-1e12, 1e12), PICTURE);
    assert!(points(&swayed).len() < 1500, "{}", points(&swayed).len());
    let far = hand(Sketch::new()).swayed(&level(1e300, -1e300), PICTURE);
    assert!(points(&far).iter().all(|point| point.x.is_finite() && point.y.is_finite()));
}

#[test]
fn an_area_and_its_edge_have_one_halo() {
    let mut scene = Scene::new((100, 100));
    scene.set_hand(Some(hand(Sketch::new())));
    let rect = Rect::new(10.0, 10.0, 60.0, 60.0).to_path(0.1);
    scene.fill(&rect, Color::BLACK);
    scene.stroke(&rect, &Stroke::new(1.0), Color::BLACK);
    assert_eq!(scene.items().len(), 3);
    scene.set_hand(None);
    scene.stroke(&rect, &Stroke::new(1.0), Color::BLACK);
    assert_eq!(scene.items().len(), 4);
}
