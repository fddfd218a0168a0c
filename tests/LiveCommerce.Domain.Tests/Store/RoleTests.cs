using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using LiveCommerce.Teasers;
using LiveCommerce.Tests.Catalog;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Store;

/// <summary>Who embeds the library stands behind no HTTP door: the pipeline itself asks whether a role may ask.</summary>
public sealed class RoleTests : IAsyncLifetime
{
    static readonly CancellationToken none = CancellationToken.None;
    readonly InMemoryEventStore store = new(LiveCommerceEvents.Catalog, () => Now);
    readonly CommandPipeline pipeline;
    int keys;

    public RoleTests() => pipeline = new(LiveCommerceModel.Default, store, () => Now);

    public async ValueTask InitializeAsync()
    {
        await Do(new OnboardMerchant(Shop, Text("shop"), Zone), Admin);
        await Do(new AddTikTokAccount(Official, AccountType.Official, Text("@shop"), Text("uid"), null, null, null), Admin);
        await Do(new LinkOfficialAccount(Shop, Official), Admin);
        await Do(new DraftCampaign(Campaign, Terms), Admin);
        await Do(new PublishCampaign(Campaign), Admin);
        await Do(new SubmitRegistration(Reg(1), Campaign, SellerForm), Seller);
    }

    public ValueTask DisposeAsync() => pipeline.DisposeAsync();

    [Fact, Rule("ROLE-01")]
    public async Task A_merchant_does_not_approve_its_own_registration_and_the_refusal_says_who_may()
    {
        var before = await Recorded();
        var refused = await Ask(new ApproveRegistration(Reg(1)), Seller, "approve");
        (refused.Status, refused.Receipt).ShouldBe((CommandStatus.RoleNotAllowed, null));
        var refusal = refused.Refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Rule).ShouldBe(("sign-in.role-not-allowed", "ROLE-01"));
        refusal.Details.ShouldBe([new("role", "Merchant"), new("allowed_roles", "OpsReviewer OpsAdmin")]);
        (await Recorded()).ShouldBe(before);
        (await store.FindReceipt(CommandEnvelope.IdOf(Seller, "approve"), none)).ShouldBeNull();
        await Do(new ApproveRegistration(Reg(1)), Reviewer);
    }

    [Theory, Rule("ROLE-01")]
    [InlineData(ActorRole.Merchant, "PutImage SubmitRegistration DuplicateSeries CancelRegistration StartLiveSession EndLiveSession RecordMinuteFigures TellProductTotals CreateLivePlan ChangeFeaturedProducts ChangePromotionTools ChangeEventDetails RescheduleLivePlan DeleteLivePlan RecordTechnicalCheck EstimateSales WriteRunSheet WriteReferenceCard ObserveProduct ObservePromotionTool RecordCatalogueImport PutFootage MakeHighlightTeaser MakeUploadedTeaser PrepareTeaserAgain LinkTeaserToPlan UnlinkTeaser DescribeTeaser TickTeaserStory PostTeaser EditTeaserCaptionAndCover RecordTeaserFigures DeleteTeaser TellPromotionalVideo TellOutsideTeaser IssueCalendarLink RevokeCalendarLink")]
    [InlineData(ActorRole.Creator, "PutImage SubmitRegistration DuplicateSeries CancelRegistration StartLiveSession EndLiveSession RecordMinuteFigures TellProductTotals")]
    [InlineData(ActorRole.OpsReviewer, "PutImage SubmitRegistration DuplicateSeries ApproveRegistration RejectRegistration RemoveRegistration AssessLevel ContactMerchant ModifyLivePeriod GroupProducts")]
    [InlineData(ActorRole.Auditor, "")]
    [InlineData(ActorRole.System, "DeleteUnusedImage ExpireRegistration RecordSuppressedRefusals CompleteLivePlan ObserveProduct ObservePromotionTool DeleteOldFootage RecordTeaserPrepared RecordTeaserFailed")]
    public async Task Each_role_is_heard_about_its_own_commands_alone(ActorRole role, string commands)
    {
        var before = await Recorded();
        var heard = LiveCommerceModel.Default.Commands.Where(type => LiveCommerceModel.Default.RolesOf(type).Contains(role)).ToArray();
        heard.Select(type => type.Name).ShouldBe(commands.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
        foreach (var type in LiveCommerceModel.Default.Commands.Except(heard))
            (await Ask((ICommand)Specimen.Of(type, true), new("somebody", role), type.Name)).Status.ShouldBe(CommandStatus.RoleNotAllowed, type.Name);
        (await Recorded()).ShouldBe(before);
    }

    [Fact, Rule("ROLE-01")]
    public void An_administrator_is_heard_about_everything_but_a_party_s_withdrawal_and_due_work() =>
        LiveCommerceModel.Default.Commands.Where(type => !LiveCommerceModel.Default.RolesOf(type).Contains(ActorRole.OpsAdmin))
            .ShouldBe([typeof(CancelRegistration), typeof(DeleteUnusedImage), typeof(ExpireRegistration), typeof(RecordSuppressedRefusals), typeof(CompleteLivePlan),
                typeof(DeleteOldFootage), typeof(RecordTeaserPrepared), typeof(RecordTeaserFailed)], ignoreOrder: true);

    [Fact]
    public async Task A_command_without_a_line_is_told_to_the_programmer() =>
        (await Should.ThrowAsync<ArgumentException>(() => Ask(new SealJar(Guid.Empty), Admin, "k"))).Message.ShouldStartWith("SealJar has no line in any table of roles");

    [Fact]
    public void A_line_for_another_decider_s_command_is_told_to_the_programmer() =>
        Should.Throw<ArgumentException>(() => CommandRoute.To<ICampaignCommand>("campaign/1", Toy.Roles, CampaignDecider.Handle)).Message.ShouldStartWith("DropCoin is no ICampaignCommand.");

    async Task<int> Recorded() => (await store.ReadAll(new(), none)).Count;

    async Task Do(ICommand command, Actor actor) => (await Ask(command, actor, $"k{++keys}")).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();

    Task<CommandResult> Ask(ICommand command, Actor actor, string key) => pipeline.Send(new(command, actor, key));
}
