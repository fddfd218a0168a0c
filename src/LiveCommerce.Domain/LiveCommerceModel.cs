using LiveCommerce.Campaigns;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce;

/// <summary>All that a command pipeline must know: the page of wire names and every decider.</summary>
public static class LiveCommerceModel
{
    /// <summary>The model, as a pipeline takes it.</summary>
    public static DomainModel Model { get; } = new(
        LiveCommerceEvents.Catalog,
        CommandRoute.To<IMerchantCommand>(MerchantDecider.Policy, MerchantDecider.Handle),
        CommandRoute.To<ITikTokAccountCommand>(TikTokAccountDecider.Policy, TikTokAccountDecider.Handle),
        CommandRoute.To<ICampaignCommand>(CampaignDecider.Policy, CampaignDecider.Handle),
        CommandRoute.To<IRegistrationCommand>(RegistrationDecider.Policy, RegistrationDecider.Handle));
}
