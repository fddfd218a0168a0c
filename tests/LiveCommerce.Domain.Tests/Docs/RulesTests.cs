namespace LiveCommerce.Tests.Docs;

public sealed class RulesTests
{
    [Fact]
    public void The_page_of_rules_is_up_to_date() => Repository.ShouldSay("docs/rules.md", RuleList.Page());

    [Fact]
    public void Every_rule_that_is_named_anywhere_is_in_the_list() =>
        RuleList.Proofs.Select(proof => proof.Rule).Concat(RuleList.Refusals.Select(kind => kind.Rule)).Concat(LiveCommerceEvents.Catalog.Types.Select(type => type.Rule))
            .Distinct().Except(RuleList.All.Select(rule => rule.Id)).ShouldBeEmpty();

    [Fact]
    public void A_rule_is_listed_once() => RuleList.All.Select(rule => rule.Id).ShouldBeUnique();

    [Fact]
    public void A_code_and_its_rule_make_one_kind_of_refusal() => RuleList.Refusals.Select(kind => (kind.Code, kind.Rule, kind.Message)).ShouldBeUnique();
}
