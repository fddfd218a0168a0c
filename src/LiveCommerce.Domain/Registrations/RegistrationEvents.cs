using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Registrations;

/// <summary>A slot of the party's 100 in the campaign went to a registration (REG-03, C22).</summary>
/// <param name="Slot">From 1 to 100.</param>
/// <param name="Registration">Who took it.</param>
/// <param name="Channel">In which product.</param>
/// <param name="Account">The account that goes LIVE; missing in early facts.</param>
/// <param name="LivePeriod">When, as it was submitted; missing in early facts.</param>
public sealed record SlotTaken(int Slot, RegistrationId Registration, RegistrationChannel Channel, AccountId? Account = null, TimeRange? LivePeriod = null) : IEvent;

/// <summary>A LIVE session was registered for a campaign and is under review (REG-11).</summary>
/// <param name="Registration">The registration; its id is the session's (RREC-04).</param>
/// <param name="Campaign">The campaign.</param>
/// <param name="Party">Whose cap it uses: the merchant the account is tied to, else the creator (C21).</param>
/// <param name="Merchant">The merchant that the account is tied to.</param>
/// <param name="Creator">The creator behind it.</param>
/// <param name="Resource">Whose registration it is (C40).</param>
/// <param name="Account">The account that goes LIVE.</param>
/// <param name="AccountType">What kind of account it was.</param>
/// <param name="Channel">In which product, which alone can cancel it.</param>
/// <param name="Entry">Where the form was filled in (C18).</param>
/// <param name="SlotNumber">The party's slot in the campaign.</param>
/// <param name="Form">What was filled in.</param>
/// <param name="RequiredMinutes">The live period that the chosen levels asked for (REG-07).</param>
/// <param name="DuplicatedFrom">The registration it was made from.</param>
/// <param name="OpsUser">The operator who registered it on behalf.</param>
/// <param name="OpsName">The operator's name.</param>
public sealed record RegistrationSubmitted(
    RegistrationId Registration,
    CampaignId Campaign,
    Party Party,
    MerchantId? Merchant,
    CreatorId? Creator,
    RegistrationResource Resource,
    AccountId Account,
    AccountType AccountType,
    RegistrationChannel Channel,
    RegistrationEntry Entry,
    int SlotNumber,
    RegistrationForm Form,
    int RequiredMinutes,
    RegistrationId? DuplicatedFrom,
    string? OpsUser,
    PersonalText? OpsName) : IEvent;

/// <summary>The platform approved it.</summary>
public sealed record RegistrationApproved : IEvent;

/// <summary>The platform rejected it, for a reason (RREC-09).</summary>
public sealed record RegistrationRejected(PersonalText Reason) : IEvent;

/// <summary>The platform assessed the session's level (RREC-05, C30).</summary>
public sealed record LevelAssessed(string Level) : IEvent;

/// <summary>The platform spoke with the party; this permits one modification (REG-12, C33).</summary>
public sealed record MerchantContacted(PersonalText Note) : IEvent;

/// <summary>The platform gave it another live period; with a reason where it overrode a rule (C32).</summary>
public sealed record LivePeriodModifiedByPlatform(TimeRange Period, PersonalText? OverrideReason) : IEvent;

/// <summary>The platform grouped the session's products, all of them anew (RREC-16).</summary>
public sealed record ProductsGroupedByPlatform(ValueList<GroupedProduct> Products) : IEvent;

/// <summary>The party withdrew it while it was under review (RREC-11); status Expired.</summary>
public sealed record RegistrationCancelled(RegistrationChannel Channel) : IEvent;

/// <summary>The platform took it out of the campaign, for a reason (RREC-10); status Expired.</summary>
public sealed record RegistrationRemovedByPlatform(PersonalText Reason) : IEvent;

/// <summary>The campaign's end was reached (RREC-18); effective then, however late it is recorded (C29).</summary>
/// <param name="StatusBefore">UnderReview or Approved, so that a session that was held can be told from one that was never decided (C28).</param>
public sealed record RegistrationExpiredAtCampaignEnd(RegistrationStatus StatusBefore) : IEvent;
