using LiveCommerce.Campaigns;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce;

/// <summary>All wire names and deciders of LIVE commerce: what a command pipeline is started with.</summary>
public static class LiveCommerceModel
{
    /// <summary>The whole domain.</summary>
    public static DomainModel Default { get; } = new(
        LiveCommerceEvents.Catalog,
        CommandRoute.To<IMerchantCommand>(MerchantDecider.Policy, MerchantDecider.Handle),
        CommandRoute.To<ITikTokAccountCommand>(TikTokAccountDecider.Policy, TikTokAccountDecider.Handle),
        CommandRoute.To<ICampaignCommand>(CampaignDecider.Policy, CampaignDecider.Handle),
        CommandRoute.To<IRegistrationCommand>(RegistrationDecider.Policy, RegistrationDecider.Handle));
}
