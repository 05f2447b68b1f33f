using Mainstay.Needs;

namespace Mainstay.Tests.Needs;

public class LikelySupportTests
{
    [Theory]
    [InlineData("pricing", "Pricing for clinics", true)]
    [InlineData("Preisverhandlung", "Preisverhandlungen", true)]
    [InlineData("hospital", "hospitals", true)]
    [InlineData("companies", "company", true)]
    [InlineData("Förderung", "forderungen", true)]
    [InlineData("data protection", "databases", false)]
    [InlineData("data protection", "data", true)]
    [InlineData("the of and", "the", false)]
    [InlineData("", "pricing", false)]
    public void Topics_meet_when_one_says_all_that_the_other_says(string one, string other, bool meet)
    {
        Assert.Equal(meet, TopicWords.Of(one).Meets(TopicWords.Of(other)));
        Assert.Equal(meet, TopicWords.Of(other).Meets(TopicWords.Of(one)));
    }

    [Theory]
    [InlineData(SupportKind.Guidance, "mentor", null, Ability.Maybe)]
    [InlineData(SupportKind.Guidance, "Mentorin", "pricing", Ability.Good)]
    [InlineData(SupportKind.Guidance, "friend", "pricing", Ability.Maybe)]
    [InlineData(SupportKind.Knowledge, "advisor", null, null)]
    [InlineData(SupportKind.Knowledge, null, "pricing", Ability.Good)]
    [InlineData(SupportKind.Emotional, "Friend", null, Ability.Maybe)]
    [InlineData(SupportKind.Emotional, "Gleichgesinnte", null, Ability.Maybe)]
    [InlineData(SupportKind.Guidance, "Berater", null, Ability.Maybe)]
    [InlineData(SupportKind.Opportunities, "sponsor", null, null)]
    [InlineData(SupportKind.Opportunities, "Förderer", "pricing", Ability.Good)]
    [InlineData(SupportKind.Opportunities, "sponsor", "pricing", Ability.Good)]
    [InlineData(SupportKind.Emotional, "plumber", "boats", null)]
    public void Gathers_from_role_and_topic(SupportKind kind, string? role, string? topic, Ability? ability)
    {
        var need = new Need { Kind = kind, Topic = "Pricing for clinics" };

        var likely = LikelySupport.Of(need, TopicWords.Of(need.Topic), role is null ? [] : [role], topic is null ? [] : [(topic, TopicWords.Of(topic))]);

        Assert.Equal(ability, likely?.Ability);
    }
}
