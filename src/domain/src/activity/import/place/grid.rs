//! From the British National Grid to latitude and longitude: councils keep places as
//! eastings and northings, and some fill columns called latitude with them.
//!
//! Ordnance Survey, *A guide to coordinate systems in Great Britain*, annexes B and C: the
//! transverse Mercator of the Airy 1830 ellipsoid, then the Helmert transformation to
//! WGS 84, which is right to about 5 m.

/// An ellipsoid: its half axes in metres.
struct Ellipsoid {
    a: f64,
    b: f64,
}

const AIRY: Ellipsoid = Ellipsoid {
    a: 6_377_563.396,
    b: 6_356_256.909,
};

const WGS_84: Ellipsoid = Ellipsoid {
    a: 6_378_137.0,
    b: 6_356_752.314_245,
};

/// Latitude and longitude (WGS 84, degrees) of eastings and northings in metres; nothing
/// outside Great Britain.
pub(super) fn degrees(easting: f64, northing: f64) -> Option<(f64, f64)> {
    let inside =
        (1_000.0..700_000.0).contains(&easting) && (1_000.0..1_300_000.0).contains(&northing);
    inside.then(|| to_wgs_84(unproject(easting, northing)))
}

fn unproject(easting: f64, northing: f64) -> (f64, f64) {
    let Ellipsoid { a, b } = AIRY;
    let (f0, lat0, lon0) = (0.999_601_271_7, 49_f64.to_radians(), -2_f64.to_radians());
    let (n0, e0) = (-100_000.0, 400_000.0);
    let e2 = 1.0 - (b * b) / (a * a);
    let n = (a - b) / (a + b);
    let (n2, n3) = (n * n, n * n * n);
    let arc = |lat: f64| {
        let (less, more) = (lat - lat0, lat + lat0);
        b * f0
            * ((1.0 + n + 1.25 * n2 + 1.25 * n3) * less
                - (3.0 * n + 3.0 * n2 + 2.625 * n3) * less.sin() * more.cos()
                + (1.875 * n2 + 1.875 * n3) * (2.0 * less).sin() * (2.0 * more).cos()
                - (35.0 / 24.0) * n3 * (3.0 * less).sin() * (3.0 * more).cos())
    };
    let mut lat = lat0 + (northing - n0) / (a * f0);
    // Each round is a thousand times nearer; the guide stops at 0.01 mm.
    for _ in 0..8 {
        lat += (northing - n0 - arc(lat)) / (a * f0);
    }
    let (sin, tan, sec) = (lat.sin(), lat.tan(), 1.0 / lat.cos());
    let nu = a * f0 / (1.0 - e2 * sin * sin).sqrt();
    let rho = a * f0 * (1.0 - e2) / (1.0 - e2 * sin * sin).powf(1.5);
    let eta2 = nu / rho - 1.0;
    let (t2, t4) = (tan * tan, tan.powi(4));
    let d = easting - e0;
    let vii = tan / (2.0 * rho * nu);
    let viii = tan / (24.0 * rho * nu.powi(3)) * (5.0 + 3.0 * t2 + eta2 - 9.0 * t2 * eta2);
    let ix = tan / (720.0 * rho * nu.powi(5)) * (61.0 + 90.0 * t2 + 45.0 * t4);
    let x = sec / nu;
    let xi = sec / (6.0 * nu.powi(3)) * (nu / rho + 2.0 * t2);
    let xii = sec / (120.0 * nu.powi(5)) * (5.0 + 28.0 * t2 + 24.0 * t4);
    (
        lat - vii * d.powi(2) + viii * d.powi(4) - ix * d.powi(6),
        lon0 + x * d - xi * d.powi(3) + xii * d.powi(5),
    )
}

/// Radians on the Airy ellipsoid as degrees on that of WGS 84.
fn to_wgs_84((lat, lon): (f64, f64)) -> (f64, f64) {
    let e2 = |of: &Ellipsoid| 1.0 - (of.b * of.b) / (of.a * of.a);
    let nu = AIRY.a / (1.0 - e2(&AIRY) * lat.sin() * lat.sin()).sqrt();
    let from = (
        nu * lat.cos() * lon.cos(),
        nu * lat.cos() * lon.sin(),
        nu * (1.0 - e2(&AIRY)) * lat.sin(),
    );
    let turn = |seconds: f64| (seconds / 3600.0).to_radians();
    let (rx, ry, rz) = (turn(0.1502), turn(0.2470), turn(0.8421));
    let scale = 1.0 - 20.4894e-6;
    let x = 446.448 + scale * from.0 - rz * from.1 + ry * from.2;
    let y = -125.157 + rz * from.0 + scale * from.1 - rx * from.2;
    let z = 542.060 - ry * from.0 + rx * from.1 + scale * from.2;
    let flat = x.hypot(y);
    let e2 = e2(&WGS_84);
    let mut lat = z.atan2(flat * (1.0 - e2));
    for _ in 0..8 {
        let nu = WGS_84.a / (1.0 - e2 * lat.sin() * lat.sin()).sqrt();
        lat = (z + e2 * nu * lat.sin()).atan2(flat);
    }
    (lat.to_degrees(), y.atan2(x).to_degrees())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The guide's own example, Caister water tower, with the degrees that its transformer
    /// gives.
    #[test]
    fn the_guides_example_is_right_to_five_metres() {
        let (lat, lon) = degrees(651_409.903, 313_177.270).unwrap();
        assert!((lat - 52.657_978).abs() < 0.000_05, "{lat}");
        assert!((lon - 1.716_052).abs() < 0.000_08, "{lon}");
        assert_eq!(degrees(53.5, -2.6), None);
    }
}
