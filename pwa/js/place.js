/** Where the phone is, when its owner asks for it: with its accuracy, never by itself. */

/** @returns {Promise<{latitude: string, longitude: string, accuracy_m: number}>} */
export function whereAmI() {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) {
      reject(new Error("place"));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          latitude: coords.latitude.toFixed(6),
          longitude: coords.longitude.toFixed(6),
          accuracy_m: Math.round(coords.accuracy),
        }),
      reject,
      { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 },
    );
  });
}
