using Mainstay.Needs;
using Mainstay.Outreach;

namespace Mainstay.Tests.Outreach;

public class CandidateTopicsTests
{
    [Fact]
    public void What_is_needed_comes_first_and_each_stands_where_it_belongs_once()
    {
        var (pricing, tax) = (Need("Pricing"), Need("Tax law"));
        CandidateLine[] lines = [Line("Mary", "pricing for clinics"), Line("Annie", null, pricing), Line("Dorothy", "Zoology"), Line("Ina", "zoology"), Line("Nobody in particular", null), Line("Resting", "pricing") with { It = new() { Name = "Resting", Topic = "pricing", RestingSince = new(2026, 1, 1) } }];

        var topics = CandidateTopics.Of(lines, [pricing, tax]);

        Assert.Equal([("Pricing", pricing.Id), ("Tax law", tax.Id), ("Zoology", null)], topics.Select(t => (t.Topic, t.NeedId)));
        Assert.Equal([["Mary", "Annie"], [], ["Dorothy", "Ina"]], topics.Select(t => t.Lines.Select(l => l.It.Name)));
    }

    [Fact]
    public void Somebody_knows_about_a_topic_that_says_what_theirs_says()
    {
        Assert.True(Line("Mary", "Prícing").Knows("pricing for clinics"));
        Assert.True(Line("Annie", null, Need("Pricing")).Knows("pricing"));
        Assert.False(Line("Ina", "zoology").Knows("pricing"));
        Assert.False(Line("Nobody in particular", null).Knows("pricing"));
    }

    private static Need Need(string topic) => new() { Kind = SupportKind.Knowledge, Topic = topic };

    private static CandidateLine Line(string name, string? topic, Need? need = null) => new(new() { Name = name, Topic = topic, NeedId = need?.Id }, need?.Topic);
}
