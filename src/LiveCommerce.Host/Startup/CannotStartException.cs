namespace LiveCommerce.Host.Startup;

/// <summary>Something outside the program must change first; the message says what, for whoever started it.</summary>
sealed class CannotStartException(string message, Exception? inner = null) : Exception(message, inner);
