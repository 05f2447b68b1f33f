using Mainstay.Accounts;
using Mainstay.Calendars;
using Mainstay.Challenges;
using Mainstay.Circles;
using Mainstay.CircleSessions;
using Mainstay.Collaborations;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rounds;
using Mainstay.Tests.Api;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Storage;

/// <summary>A name of which nothing is left once it stands in one line is none.</summary>
public class NamelessTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("\u0001"), InlineData("\r\n\u0001\t"), InlineData(" ")]
    public void A_name_of_nothing_but_control_characters_is_missing(string name)
    {
        var (today, now) = (new DateOnly(2026, 5, 1), new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc));
        foreach (var (field, sentence, problems) in ((string, string, Problems)[])
        [
            ("topic", "Needs.EmptyTopic", new NewNeed { Kind = default, Topic = name }.Check()),
            ("roles", "People.RoleMissing", new PersonDetails { Name = "Grace", Roles = [new(name)] }.Check()),
            ("title", "Circles.TitleMissing", new NewPost { Title = name }.Check(today)),
            ("name", "Circles.NameMissing", new NewCircle { Name = name, Purpose = "x", Charter = "x" }.Check()),
            ("name", "Circles.YourNameMissing", new MemberProfile { Name = name }.Check()),
            ("title", "Rounds.TitleMissing", new NewRound { Title = name }.Check(today)),
            ("title", "CircleSessions.TitleMissing", new NewSession { Kind = SessionKind.Ring, Title = name }.Check(now)),
            ("name", "Calendars.NameMissing", new NewCalendar { Name = name }.Check(isNew: false)),
            ("name", "Accounts.TokenNameMissing", new NewToken(name, Scope.Read, null).Check()),
            ("name", "Challenges.NameMissing", new NewChallenge(name).Check(today)),
            ("name", "Outreach.TemplateNameMissing", new NewTemplate(name, "", "x").Check()),
            ("name", "Collaborations.NameMissing", new CollaborationDetails { OrganizationId = Guid.Empty, Name = name }.Check(today)),
            ("affiliations", "Organizations.PlaceMissing", ((IReadOnlyList<AffiliationDetails>)[new(name, name, "A")]).Check()),
        ])
            Assert.Contains(problems, p => p.Field == field && p.Sentence.Key == sentence);
    }

    [Theory, OnBoth]
    public async Task A_topic_of_control_characters_is_refused_at_the_door_and_not_kept_empty(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        (await site.Hand("/api/needs", """{"kind":"knowledge","topic":"\u0001"}""")).Wrong("topic");

        Assert.Empty(await house.Again().Needs.ToListAsync(Stop));
    }
}
