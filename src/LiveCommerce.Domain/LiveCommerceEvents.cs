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

/// <summary>Every wire name on one page, each with the rule that such a fact rests on. Append-only.</summary>
public static class LiveCommerceEvents
{
    /// <summary>The page.</summary>
    public static EventCatalog Catalog { get; } = new(
        EventType.Of<MerchantOnboarded>("merchant_onboarded", "LS-06"),
        EventType.Of<OfficialAccountLinked>("official_account_linked", "LS-06"),
        EventType.Of<OfficialAccountUnlinked>("official_account_unlinked", "LS-06"),
        EventType.Of<ViolationRecorded>("violation_recorded", "LS-08"),
        EventType.Of<ViolationResolved>("violation_resolved", "LS-08"),
        EventType.Of<TikTokAccountAdded>("tik_tok_account_added", "LS-07"),
        EventType.Of<AccountTiedToMerchant>("account_tied_to_merchant", "LS-06"),
        EventType.Of<AccountUntiedFromMerchant>("account_untied_from_merchant", "LS-06"),

        EventType.Of<CampaignDrafted>("campaign_drafted", "CAMP-08"),
        EventType.Of<CampaignChanged>("campaign_changed", "CAMP-08"),
        EventType.Of<CampaignPublished>("campaign_published", "CAMP-08"),
        EventType.Of<CampaignExtended>("campaign_extended", "CAMP-08"),
        EventType.Of<CampaignEnded>("campaign_ended", "RREC-18"),
        EventType.Of<InvitationIssued>("invitation_issued", "CAMP-06"),
        EventType.Of<InvitationRevoked>("invitation_revoked", "CAMP-06"),

        EventType.Of<SlotTaken>("slot_taken", "REG-03"),
        EventType.Of<RegistrationSubmitted>("registration_submitted", "REG-11"),
        EventType.Of<RegistrationApproved>("registration_approved", "RREC-17"),
        EventType.Of<RegistrationRejected>("registration_rejected", "RREC-09"),
        EventType.Of<LevelAssessed>("level_assessed", "RREC-17"),
        EventType.Of<MerchantContacted>("merchant_contacted", "REG-12"),
        EventType.Of<LivePeriodModifiedByPlatform>("live_period_modified_by_platform", "RREC-17"),
        EventType.Of<ProductsGroupedByPlatform>("products_grouped_by_platform", "RREC-16"),
        EventType.Of<RegistrationCancelled>("registration_cancelled", "RREC-11"),
        EventType.Of<RegistrationRemovedByPlatform>("registration_removed_by_platform", "RREC-10"),
        EventType.Of<RegistrationExpiredAtCampaignEnd>("registration_expired_at_campaign_end", "RREC-18"),

        EventType.Of<ImagePut>("image_put", "REG-09"),
        EventType.Of<ImagePutAgain>("image_put_again", "REG-09"),
        EventType.Of<ImageUsed>("image_used", "REG-09"),
        EventType.Of<ImageDeleted>("image_deleted", "REG-09"),

        EventType.Of<LivePlanCreated>("live_plan_created", "PLAN-02"),
        EventType.Of<LivePlanPublished>("live_plan_published", "PLAN-13"),
        EventType.Of<FeaturedProductsChanged>("featured_products_changed", "PLAN-11"),
        EventType.Of<PromotionToolsRefreshed>("promotion_tools_refreshed", "PLAN-11"),
        EventType.Of<ProductObserved>("product_observed", "PLAN-04"),
        EventType.Of<ProductListed>("product_listed", "PLAN-04"),
        EventType.Of<PromotionToolObserved>("promotion_tool_observed", "PLAN-05"),
        EventType.Of<CatalogueImported>("catalogue_imported", "PLAN-04"),
        EventType.Of<MarketReferenceLoaded>("market_reference_loaded", "BEY-13"),
        EventType.Of<TechnicalCheckRecorded>("technical_check_recorded", "TECH-02"),
        EventType.Of<SalesEstimated>("sales_estimated", "PRE-07"),
        EventType.Of<RunSheetWritten>("run_sheet_written", "PRE-01"),
        EventType.Of<ReferenceCardWritten>("reference_card_written", "PRE-06"),
        EventType.Of<LivePlanWentLive>("live_plan_went_live", "PLAN-16"),
        EventType.Of<LivePlanCompleted>("live_plan_completed", "PLAN-18"),
        EventType.Of<LivePlanDeleted>("live_plan_deleted", "PLAN-12"),
        EventType.Of<LiveSessionStarted>("live_session_started", "PLAN-17"),
        EventType.Of<LiveSessionEnded>("live_session_ended", "AN-01"),
        EventType.Of<LiveMetricsRecorded>("live_metrics_recorded", "AN-01"),
        EventType.Of<LiveMetricsRestated>("live_metrics_restated", "BEY-27"),
        EventType.Of<LiveProductsTold>("live_products_told", "BEY-24"),

        EventType.Of<FootagePut>("footage_put", "TSR-01"),
        EventType.Of<FootagePutAgain>("footage_put_again", "TSR-01"),
        EventType.Of<FootageUsed>("footage_used", "TSR-01"),
        EventType.Of<FootageDeleted>("footage_deleted", "TSR-01"),
        EventType.Of<FootageJoinedShop>("footage_joined_shop", "TSR-01"),
        EventType.Of<FootageLeftShop>("footage_left_shop", "TSR-01"),
        EventType.Of<TeaserPreparationStarted>("teaser_preparation_started", "TSR-03"),
        EventType.Of<TeaserPreparationRepeated>("teaser_preparation_repeated", "TSR-03"),
        EventType.Of<TeaserPrepared>("teaser_prepared", "TSR-05"),
        EventType.Of<TeaserPreparationFailed>("teaser_preparation_failed", "TSR-03"),
        EventType.Of<TeaserLinkedToPlan>("teaser_linked_to_plan", "TSR-04"),
        EventType.Of<TeaserUnlinked>("teaser_unlinked", "TSR-08"),
        EventType.Of<TeaserDescribed>("teaser_described", "TSR-06"),
        EventType.Of<TeaserStoryTicked>("teaser_story_ticked", "TSR-12"),
        EventType.Of<TeaserPosted>("teaser_posted", "TSR-07"),
        EventType.Of<TeaserPresentationEdited>("teaser_presentation_edited", "TSR-14"),
        EventType.Of<TeaserMetricsRecorded>("teaser_metrics_recorded", "TSR-20"),
        EventType.Of<TeaserDeleted>("teaser_deleted", "TSR-15"),
        EventType.Of<TeaserJoinedPlan>("teaser_joined_plan", "TSR-10"),
        EventType.Of<TeaserLeftPlan>("teaser_left_plan", "TSR-10"),
        EventType.Of<PromotionalVideoPosted>("promotional_video_posted", "TSR-16"),
        EventType.Of<OutsideTeaserPosted>("outside_teaser_posted", "TSR-11"),
        EventType.Of<LiveEventSubscribed>("live_event_subscribed", "PLAN-14"),
        EventType.Of<LiveEventUnsubscribed>("live_event_unsubscribed", "PLAN-14"),
        EventType.Of<NotificationResent>("notification_resent", "PLAN-15"),
        EventType.Of<CalendarLinkIssued>("calendar_link_issued", "BEY-14"),
        EventType.Of<CalendarLinkRevoked>("calendar_link_revoked", "BEY-14"),

        EventType.Of<CommandRefused>("command_refused", "BEY-02"),
        EventType.Of<RefusalsSuppressed>("refusals_suppressed", "BEY-02"));
}
