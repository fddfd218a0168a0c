using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Moves the end of the registration window or of the period to a later instant; null leaves it.</summary>
public sealed record ExtendCampaign(CampaignId Campaign, Moment? RegistrationEnd, Moment? PeriodEnd) : ICampaignCommand;
