using System.Net;
using System.Text.Json;
using Mainstay.Accountability;
using Mainstay.Board;
using Mainstay.Cards;
using Mainstay.Challenges;
using Mainstay.Capture;
using Mainstay.Calendars;
using Mainstay.Collaborations;
using Mainstay.Coverage;
using Mainstay.Exchange;
using Mainstay.Feedback;
using Mainstay.Gatherings;
using Mainstay.Giving;
using Mainstay.Formats.Tests;
using Mainstay.Intake;
using Mainstay.Introductions;
using Mainstay.Learnings;
using Mainstay.Lists;
using Mainstay.Mail;
using Mainstay.Memberships;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Pulse;
using Mainstay.Reviews;
using Mainstay.Rhythm;
using Mainstay.SupportPlans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Api;

/// <summary>What must hold for every operation, made from the API's own document.</summary>
public class EveryRouteTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_is_Bobs_is_not_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ids = await Things(await house.Bob(), house);
        await using var site = await TestSite.Open(house);
        var wrong = new List<string>();

        foreach (var (method, path, operation) in await All(site))
        {
            house.Clock.Pass(TimeSpan.FromMinutes(1)); // so many calls in one minute would be too many
            if (path.Contains('{', StringComparison.Ordinal))
                foreach (var (kind, id) in ids)
                {
                    var told = await site.Send(method, With(path, id), Sample(operation));
                    if (told.Status != HttpStatusCode.NotFound) wrong.Add($"{method} {path} answered {(int)told.Status} to Bob's {kind}");
                }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(20)));
    }

    [Theory, OnBoth]
    public async Task What_is_Adas_is_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ids = await Things(house.Store, house);
        await using var site = await TestSite.Open(house);
        var never = new List<string>();

        // Reading each thing answers for the one kind of id that is meant: so the test above is not fooled by an address that never answers.
        foreach (var (method, path, _) in await All(site))
            if (method == HttpMethod.Get && path.Contains('{', StringComparison.Ordinal) && !path.Contains("{circle}", StringComparison.Ordinal)) // what is in a circle has tests of its own
            {
                var answered = 0;
                house.Clock.Pass(TimeSpan.FromMinutes(1));
                foreach (var id in ids.Values) if ((await site.Ask(With(path, id))).Status == HttpStatusCode.OK) answered++;
                if (answered == 0) never.Add(path);
            }

        Assert.Empty(never);
    }

    /// <summary>All but those in a circle, which <see cref="Hosting.CircleRolesTests"/> asks.</summary>
    internal static async Task<List<(HttpMethod Method, string Path, JsonElement Operation)>> All(TestSite site) =>
        [.. from path in (await site.Ask("/api/openapi.json")).Fine()["paths"].EnumerateObject() where !path.Name.Contains("{circle}", StringComparison.Ordinal) from operation in path.Value.EnumerateObject() select (HttpMethod.Parse(operation.Name), path.Name, operation.Value)];

    internal static string With(string path, Guid id) => path.Replace("{kind}", "due", StringComparison.Ordinal).Replace("{id}", id.ToString(), StringComparison.Ordinal).Replace("{subject}", id.ToString(), StringComparison.Ordinal).Replace("{circle}", id.ToString(), StringComparison.Ordinal).Replace("{entry}", id.ToString(), StringComparison.Ordinal);

    /// <summary>What the document sends as a sample.</summary>
    internal static object? Sample(JsonElement operation)
    {
        if (!operation.TryGetProperty("requestBody", out var body)) return null;
        var content = body.GetProperty("content").EnumerateObject().First();
        return content.Value.TryGetProperty("example", out var example) ? example.GetRawText() : new ByteArrayContent(PictureMaker.MakePhoto()) { Headers = { ContentType = new(content.Name) } };
    }

    /// <summary>One of everything that has an id.</summary>
    internal static async Task<Dictionary<string, Guid>> Things(Mainstay.Storage.Store store, TestHouse house)
    {
        var person = (await store.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop)).Id;
        var change = (await store.SetPhoto(person, PictureMaker.MakePhoto(), house.Clock, Stop))!.Value;
        await store.SetAffiliations(person, [new("NASA")], house.Clock, Stop);
        await store.SetLayer(person, Layer.Core, Stop);
        var other = await store.AddOrganization(new("NACA"), house.Clock, Stop);
        var touch = await store.Record(new() { People = [person], On = new(2026, 4, 1), Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        var task = await store.Promise(new() { Text = "Send the orbit", PersonId = person }, house.Clock, Stop);
        var edit = await store.ChangeAll([person], new(EditKind.AddLabel, "gold"), house.Clock, Stop);
        var favour = await store.NoteFavour(new() { PersonId = person, Way = Way.Given, What = "Checked her sums" }, house.Today, house.Clock, Stop);
        var wish = await store.AddWish(new(person, "A faster computer"), house.Today, house.Clock, Stop);
        var door = await store.AddOpportunity(new(person, "A flight"), house.Today, house.Clock, Stop);
        var ask = await store.AddAsk(new() { PersonId = person, What = "Check my orbit" }, house.Today, house.Clock, Stop);
        var goal = await store.AddGoal(new("Reach the moon"), house.Clock, Stop);
        var need = await store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Orbits" }, house.Clock, Stop);
        var offer = await store.AddOffer(new("Check a calculation"), house.Clock, Stop);
        var mary = (await store.AddPerson(new() { Name = "Mary Jackson" }, house.Clock, Stop)).Id;
        var introduction = await store.AddIntroduction(new() { ConnectorId = person, SecondId = mary, Purpose = "How she hires" }, house.Today, house.Clock, Stop);
        var candidate = await store.AddCandidate(new() { Name = "Annie Easley" }, house.Today, house.Clock, Stop);
        var draft = await store.BeginDraft(new() { CandidateId = candidate.Id }, house.Today, house.Clock, Stop);
        var template = await store.AddTemplate(new("Mine", "Hello", "Hello {first name}"), house.Clock, Stop);
        var seat = await store.AddSeat(new() { Function = SeatFunction.Sage }, house.Today, house.Clock, Stop);
        var advice = await store.NoteAdvice(new() { PersonId = person, Text = "Check it twice" }, house.Today, house.Clock, Stop);
        var review = (await store.KeepReview(new(), house.Services.GetRequiredService<MapQueries>(), house.Today, house.Clock, Stop)).Review;
        var membership = await store.AddMembership(new() { OrganizationId = other.Id, NeedIds = [need.Id] }, house.Today, house.Clock, Stop);
        var collaboration = await store.AddCollaboration(new() { OrganizationId = other.Id, Name = "A joint tunnel", Next = new("Draw it", house.Today), People = [new(person)] }, house.Today, house.Clock, Stop);
        var learning = await store.NoteLearning(new() { Text = "Check twice", Where = new(person) }, house.Today, house.Clock, Stop);
        var challenge = await store.BeginChallenge(new("The tunnel broke") { Narrative = new("On Friday") }, house.Today, house.Clock, Stop);
        await store.BeginSupportPlan(challenge.Id, new("Please"), house.Today, house.Clock, Stop);
        await store.InviteHelpers(challenge.Id, [person], house.Today, Stop);
        await store.AddSupportTask(challenge.Id, new("Carry the tables", house.Today), house.Today, house.Clock, Stop);
        await store.WriteSupportUpdate(challenge.Id, "The tunnel stands", house.Today, house.Clock, Stop);
        var plan = await store.SupportPlanThere(challenge.Id, Stop);
        var feedback = await store.AskFeedback(new() { About = "The tunnel", Questions = ["What am I not seeing?"], People = [person] }, house.Today, house.Clock, Stop);
        var commitment = await store.Commit(new() { Promise = new("Check the orbit", house.Today.AddDays(60)), WitnessId = person }, house.Today, house.Clock, Stop);
        var pulse = (await store.KeepPulse(new() { Energy = 5 }, house.Today, house.Clock, Stop)).Pulse;
        var gift = await store.NoteGift(new() { Kind = GiftKind.Mentoring, What = "An hour a month", PersonId = person, GoesOn = true }, house.Today, house.Clock, Stop);
        var card = await store.AddCard(new("Investors", new() { Name = "Ada Lovelace" }), house.Clock, Stop);
        if (store.SpaceId == house.Ada.SpaceId && await house.AdasAccount() is not null) await store.TurnCardOn(card.Id, CardTime.Month, house.Services.GetRequiredService<Mainstay.Accounts.Seals>(), house.Clock, Stop);
        var gathering = await store.AddGathering(new() { Name = "Langley open day", On = new(2026, 4, 1) }, house.Clock, Stop);
        var met = await store.Meet(new() { GatheringId = gathering.Id, PersonId = person, About = "Runs the tunnel" }, house.Today, house.Clock, Stop);
        var jotting = await store.Jot(new() { Id = Guid.CreateVersion7(), Line = "called Grace" }, house.Today, house.Clock, Stop);
        var calendar = await store.AddCalendar(new() { Name = "Langley", Address = "https://127.0.0.1/langley.ics" }, house.Clock, Stop);
        var announced = store.Add(new Announced { CalendarId = calendar.Id, Key = "open day", Name = "Open day", FirstDay = new(2026, 5, 4), LastDay = new(2026, 5, 4), IsAside = true }).Entity;
        await store.SaveChangesAsync(Stop);
        var view = await store.SaveView("Mentors", PeopleWanted.OfText("role=mentor"), house.Clock, Stop);
        var gone = (await store.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop)).Id;
        await store.TrashPerson(gone, house.Clock, Stop);
        var file = Path.Combine(house.Settings.Data, "cards.vcf");
        await File.WriteAllTextAsync(file, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Byron\r\nEND:VCARD\r\n", Stop);
        var import = await store.Import(FileSource.Open([file]), new(house.Today, house.Ada.Zone, house.Clock), Stop);
        var letter = await store.Post(new() { Cause = "Mail.CauseTest", To = "ada@example.org", Subject = "Hello", Text = "Good morning", NotBefore = new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc) }, house.Clock, Stop);
        var invitation = Guid.CreateVersion7();
        store.Add(new Mainstay.Accounts.Invitation { Id = invitation, Hash = [.. invitation.ToByteArray()], SpaceId = store.SpaceId, MostUses = 1, CreatedAt = house.Clock.GetUtcNow().UtcDateTime, ExpiresAt = house.Clock.GetUtcNow().UtcDateTime.AddDays(14) });
        await store.SaveChangesAsync(Stop);
        return new()
        {
            ["invitation"] = invitation,
            ["letter"] = letter.Id,
            ["person"] = person,
            ["organization"] = (await store.Organizations.SingleAsync(o => o.Name == "NASA", Stop)).Id,
            ["other organization"] = other.Id,
            ["touch"] = touch.Id,
            ["ask"] = ask.Id,
            ["favour"] = favour.Id,
            ["wish"] = wish.Id,
            ["opportunity"] = door.Id,
            ["goal"] = goal.Id,
            ["need"] = need.Id,
            ["offer"] = offer.Id,
            ["other person"] = mary,
            ["introduction"] = introduction.Id,
            ["candidate"] = candidate.Id,
            ["draft"] = draft.Id,
            ["template"] = template.Id,
            ["seat"] = seat.Id,
            ["advice"] = advice.Id,
            ["review"] = review.Id,
            ["membership"] = membership.Id,
            ["collaboration"] = collaboration.Id,
            ["card"] = card.Id,
            ["learning"] = learning.Id,
            ["challenge"] = challenge.Id,
            ["support helper"] = plan.Helpers[0].It.Id,
            ["support task"] = plan.Tasks[0].Id,
            ["support update"] = plan.Updates[0].Id,
            ["feedback"] = feedback.Id,
            ["feedback invite"] = (await store.FeedbackOf(feedback.Id, Stop)).People[0].It.Id,
            ["commitment"] = commitment.Id,
            ["pulse"] = pulse.Id,
            ["giving"] = gift.Id,
            ["gathering"] = gathering.Id,
            ["encounter"] = met.Id,
            ["jotting"] = jotting.Id,
            ["calendar"] = calendar.Id,
            ["announced"] = announced.Id,
            ["task"] = task.Id,
            ["trashed person"] = gone,
            ["edit"] = edit.Id,
            ["view"] = view.Id,
            ["import"] = import.Import!.Value,
            ["change"] = change,
        };
    }
}
