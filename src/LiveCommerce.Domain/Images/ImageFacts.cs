namespace LiveCommerce.Images;

/// <summary>What is known of an image without decoding it.</summary>
/// <param name="ContentHash">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="MediaType">As its first bytes say, whatever it was called: <c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Width">Pixels, as the header declares.</param>
/// <param name="Height">Pixels, as the header declares.</param>
/// <param name="Bytes">How many bytes it has.</param>
public sealed record ImageFacts(string ContentHash, string MediaType, int Width, int Height, int Bytes);
