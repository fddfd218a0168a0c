using LiveCommerce.Calendars;
using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using LiveCommerce.Teasers;

namespace LiveCommerce;

/// <summary>All wire names and deciders of LIVE commerce: what a command pipeline is started with.</summary>
public static class LiveCommerceModel
{
    /// <summary>The whole domain; <see cref="DomainModel.With"/> adds aggregates of your own.</summary>
    public static DomainModel Default { get; } = new(
        LiveCommerceEvents.Catalog,
        [
            Merchant.Kind, TikTokAccount.Kind,
            LivestreamCampaign.Kind, Registration.Kind, CampaignQuota.Kind, PartyImage.Kind,
            LivePlan.Kind, CatalogueProduct.Kind, MarketplaceListing.Kind, ShopPromotionTool.Kind, ShopCatalogue.Kind, MarketReferenceData.Kind,
            LiveSession.Kind, LiveFigures.Kind,
            ShopCalendar.Kind, LiveEventSubscription.Kind, NotificationResends.Kind,
            Footage.Kind, ShopFootage.Kind, Teaser.Kind, PlanTeasers.Kind, OutsideVideo.Kind,
        ],
        CommandRoute.To<IMerchantCommand>(MerchantDecider.Policy, SellerRoles.Merchants, MerchantDecider.Handle),
        CommandRoute.To<ITikTokAccountCommand>(TikTokAccountDecider.Policy, SellerRoles.Accounts, TikTokAccountDecider.Handle),
        CommandRoute.To<ICampaignCommand>(CampaignDecider.Policy, CampaignRoles.Table, CampaignDecider.Handle),
        CommandRoute.To<IRegistrationCommand>(RegistrationDecider.Policy, RegistrationRoles.Table, RegistrationDecider.Handle),
        CommandRoute.To<IImageCommand>(ImageDecider.Policy, ImageRoles.Table, ImageDecider.Handle),
        CommandRoute.To<ILivePlanCommand>(LivePlanDecider.Policy, LivePlanRoles.Plans, LivePlanDecider.Handle),
        CommandRoute.To<IObservationCommand>(ObservationDecider.Policy, ObservationDecider.Roles, ObservationDecider.Handle),
        CommandRoute.To<IMarketReferenceCommand>(MarketReferenceDecider.Policy, MarketReferenceDecider.Roles, MarketReferenceDecider.Handle),
        CommandRoute.To<ILiveSessionCommand>(LiveSessionDecider.Policy, LiveSessionRoles.Table, LiveSessionDecider.Handle),
        CommandRoute.To<IFootageCommand>(TeaserDecider.Policy, TeaserRoles.Footage, FootageDecider.Handle),
        CommandRoute.To<ITeaserCommand>(TeaserDecider.Policy, TeaserRoles.Table, TeaserDecider.Handle),
        CommandRoute.To<IOutsideVideoCommand>(TeaserDecider.Policy, TeaserRoles.OutsideVideos, OutsideVideoDecider.Handle),
        CommandRoute.To<ISubscriptionCommand>(SubscriptionDecider.Policy, SubscriptionDecider.Roles, SubscriptionDecider.Handle),
        CommandRoute.To<IShopCalendarCommand>(ShopCalendarDecider.Policy, ShopCalendarDecider.Roles, ShopCalendarDecider.Handle),
        CommandRoute.To<ResendNotification>(SubscriptionDecider.Policy, NotificationResends.Roles, NotificationResends.Handle));
}
