namespace LiveCommerce.Postgres.DueWork;

/// <summary>What is done when something of one kind falls due.</summary>
interface IDueWork
{
    /// <summary>Whether all of it was answered; else it is tried again later.</summary>
    Task<bool> Run(DueItem item, CancellationToken cancellation);
}
