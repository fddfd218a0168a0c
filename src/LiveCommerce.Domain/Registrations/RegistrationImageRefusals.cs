using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Every refusal about the images of a registration: the same rules for the product image (REG-09) and the brand logo (REG-10).</summary>
public static class RegistrationImageRefusals
{
    /// <summary>The product image is missing.</summary>
    public static RefusalKind ProductCount { get; } = new("registration.image.count", "REG-09", "The form asks for exactly one product image on white.", "Put the image, then name its content hash.");

    /// <summary>The applicant has put no such product image.</summary>
    public static RefusalKind ProductUnknown { get; } = new("registration.image.unknown", "REG-09", "The party has no such product image; an unused one is deleted after 7 days.", "Put the image for this party, then name its content hash.");

    /// <summary>The product image is of another format.</summary>
    public static RefusalKind ProductFormat { get; } = new("registration.image.format", "REG-09", "The product image is neither PNG nor JPEG.", "Put it as png, jpg or jpeg.");

    /// <summary>The product image has too few pixels.</summary>
    public static RefusalKind ProductSize { get; } = new("registration.image.size", "REG-09", "The product image is smaller than 400 x 400 pixels.", "Put one that is at least 400 pixels wide and high.");

    /// <summary>The brand logo is missing.</summary>
    public static RefusalKind LogoCount { get; } = new("registration.image.count", "REG-10", "The form asks for exactly one brand logo.", "Put the image, then name its content hash.");

    /// <summary>The applicant has put no such logo.</summary>
    public static RefusalKind LogoUnknown { get; } = new("registration.image.unknown", "REG-10", "The party has no such brand logo; an unused one is deleted after 7 days.", "Put the image for this party, then name its content hash.");

    /// <summary>The logo is of another format.</summary>
    public static RefusalKind LogoFormat { get; } = new("registration.image.format", "REG-10", "The brand logo is neither PNG nor JPEG.", "Put it as png, jpg or jpeg.");

    /// <summary>The logo has too few pixels.</summary>
    public static RefusalKind LogoSize { get; } = new("registration.image.size", "REG-10", "The brand logo is smaller than 400 x 400 pixels.", "Put one that is at least 400 pixels wide and high.");
}
