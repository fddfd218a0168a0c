using LiveCommerce.Kernel;

namespace LiveCommerce.Images;

/// <summary>A party put an image, or had it put; its bytes lie beside the log.</summary>
/// <param name="Party">Whose it is, and who alone may use it.</param>
/// <param name="Image">What it is.</param>
/// <param name="KeptUntil">When its bytes are deleted, unless it is used before.</param>
public sealed record ImagePut(Party Party, ImageFacts Image, Moment KeptUntil) : IEvent;

/// <summary>The same bytes were put again while nothing used them.</summary>
/// <param name="KeptUntil">When they are deleted, unless they are used before.</param>
public sealed record ImagePutAgain(Moment KeptUntil) : IEvent;

/// <summary>A registration uses the image, which is kept from now on; later uses are not recorded here.</summary>
/// <param name="Registration">The first one.</param>
public sealed record ImageUsed(RegistrationId Registration) : IEvent;

/// <summary>Nothing used the image, and its bytes were deleted; that it was put stays known.</summary>
public sealed record ImageDeleted : IEvent;
