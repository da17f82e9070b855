/// Turns an id into a name that is safe in a path and in an address on every system.
///
/// Lower-case letters, digits and `-` stay; everything else becomes `_`, its code in
/// hexadecimal, `_`. Different ids give different names, also where case doesn't count.
package func safeName(_ id: String) -> String {
  var result = ""
  for scalar in id.unicodeScalars {
    switch scalar {
    case "a"..."z", "0"..."9", "-": result.unicodeScalars.append(scalar)
    default: result += "_" + String(scalar.value, radix: 16) + "_"
    }
  }
  return result.isEmpty ? "_" : result
}
