using System.Net;
using Mainstay.Accounts;
using Mainstay.Challenges;
using Mainstay.Circles;
using Mainstay.Learnings;
using Mainstay.People;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Circles;

/// <summary>Circles from the command line and for programs, and what they lend to a network of one's own.</summary>
public class CircleDoorsTests
{
    private static readonly DateOnly May1 = new(2026, 5, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task The_command_line_founds_asks_answers_and_leaves_a_lesson(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org", profile: new() { Name = "Grace Hopper", Helps = "pricing" });
        var pricer = await house.Know("Katherine Johnson");
        await house.Store.ChangePerson(pricer, (await house.Store.DetailsOf(pricer, Stop)) with { Notes = "Knows all about pricing" }, house.Clock, Stop);

        (await house.Type("circle", "profile", "--helps", "law, contracts", "--capacity", "2")).Fine();
        var ask = (await house.Type("circle", "ask", "How", "to", "price", "it", "--topics", "pricing", "--json")).Fine().Json;
        var id = ask.GetProperty("post").GetProperty("id").GetString()![^6..];
        var shown = (await house.Type("circle", "post", id)).Fine().Out.ReplaceLineEndings(" ");
        await ring.Store.ReplyToPost(grace.Id, Guid.Parse(ask.GetProperty("post").GetProperty("id").GetString()!), new() { Kind = ReplyKind.ICan, Text = "I did that twice." }, May1, house.Clock, Stop);
        (await house.Type("circle", "answer", id, "Tomorrow?")).Fine();
        (await house.Type("circle", "extend", id, "--until", "2026-05-20")).Fine();
        var closed = (await house.Type("circle", "close", id, "--helped")).Fine().Out;
        (await house.Type("circle", "lesson", "Name the price first", "--text", "And then be silent.", "--topics", "pricing")).Fine();
        var found = (await house.Type("circle", "lessons", "the", "price", "of", "silence")).Fine().Out.ReplaceLineEndings(" ");
        var members = (await house.Type("circle", "members", "--about", "pric")).Fine().Out;
        (await house.Type("circle", "role", "host", "Grace")).Fine();
        (await house.Type("circle", "block", "Grace")).Fine();
        var apart = (await house.Type("circle", "members")).Fine().Out;
        (await house.Type("circle", "unblock", "Grace")).Fine();
        (await house.Type("circle", "report", "Grace", "--why", "Odd")).Fine();
        (await house.Type("circle", "take-out", "Grace")).Fine();
        var log = (await house.Type("circle", "log")).Fine().Out;
        var kept = await house.Type("circle", "dissolve", "--name", "Something else");
        (await house.Type("circle", "dissolve", "--name", "First founders")).Fine();

        Assert.Contains("Grace Hopper · says they can help with pricing", shown, StringComparison.Ordinal);
        Assert.Contains("Katherine Johnson", shown, StringComparison.Ordinal);
        Assert.Equal("Katherine Johnson", ask.GetProperty("fitting").GetProperty("mine")[0].GetProperty("name").GetString());
        Assert.Contains("I did that twice.", closed, StringComparison.Ordinal);
        Assert.Contains("Name the price first", found, StringComparison.Ordinal);
        Assert.Contains("in First founders", found, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper", members, StringComparison.Ordinal);
        Assert.Contains("Ada Lovelace · owner · here this week", apart, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", members, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace Hopper", apart, StringComparison.Ordinal);
        Assert.Contains("took Grace Hopper out", log, StringComparison.Ordinal);
        Assert.NotEqual(0, kept.Code);
        Assert.Equal("[]", (await house.Type("circle", "--json")).Fine().Out.Trim());
    }

    [Theory, OnBoth]
    public async Task What_fits_an_ask_is_told_to_each_from_their_own_people_and_to_nobody_else(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        var grace = await ring.Join("Grace Hopper", "grace@example.org");
        await using var graces = await site.As(grace);
        var pricer = await house.Know("Katherine Johnson");
        await house.Store.ChangePerson(pricer, (await house.Store.DetailsOf(pricer, Stop)) with { Notes = "Knows all about pricing" }, house.Clock, Stop);
        var post = await ring.Store.PostInCircle(grace.Id, new() { Title = "How to price it", Topics = "pricing" }, May1, house.Clock, Stop);
        var at = $"{ring.Href}/posts/{post.Id}";

        var (page, hers) = (await site.Page(at), await graces.Page(at));
        var (api, herApi) = ((await site.Ask($"/api{at}/fitting")).Fine().Json, (await graces.Ask($"/api{at}/fitting")).Fine().Json);
        await ring.Store.ClosePost(grace.Id, post.Id, true, May1, Stop);

        Assert.Contains($"href=\"/people/{pricer}\"", page, StringComparison.Ordinal);
        Assert.Contains("Only you see this.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Katherine", hers, StringComparison.Ordinal);
        Assert.Equal("Katherine Johnson", Assert.Single(api.GetProperty("mine").EnumerateArray()).GetProperty("name").GetString());
        Assert.Empty(herApi.GetProperty("mine").EnumerateArray());
        Assert.DoesNotContain("Katherine", await site.Page(at), StringComparison.Ordinal); // nobody is to be found any more
        (await bob.Ask($"/api{at}/fitting")).Is(HttpStatusCode.NotFound);
    }

    [Theory, OnBoth]
    public async Task Whoever_owns_it_takes_a_copy_without_hard_times_and_the_log_says_so(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        var grace = await ring.Join("Grace Hopper", "grace@example.org", SpaceRole.Host);
        await using var graces = await site.As(grace);
        var ask = await ring.Store.PostInCircle(grace.Id, new() { Title = "How to price it", Topics = "pricing" }, May1, house.Clock, Stop);
        await ring.Store.PostInCircle(grace.Id, new() { Title = "I lost a client", IsForHardTimes = true }, May1, house.Clock, Stop);
        var hidden = await ring.Store.PostInCircle(grace.Id, new() { Title = "Buy my course" }, May1, house.Clock, Stop);
        await ring.Store.HidePost(ring.Ada.Id, hidden.Id, true, house.Clock, Stop);
        await ring.Store.ReplyToPost(ring.Ada.Id, ask.Id, new() { Kind = ReplyKind.ICan, Text = "I did that twice." }, May1, house.Clock, Stop);

        using var taken = await site.Post(ring.Href + "/charter", ring.Href + "/copy");
        var (page, api) = (await taken.Content.ReadAsStringAsync(Stop), (await site.Hand($"/api{ring.Href}/copy", null)).Fine().Json);
        var typed = (await house.Type("circle", "copy")).Fine().Json;
        var file = Path.Combine(house.Settings.Data, "copy.json");
        (await house.Type("circle", "copy", "-o", file)).Fine();

        Assert.Equal("circle.json", taken.Content.Headers.ContentDisposition?.FileName);
        foreach (var copy in new[] { page, api.ToString(), typed.ToString(), await File.ReadAllTextAsync(file, Stop) })
        {
            Assert.Contains("How to price it", copy, StringComparison.Ordinal);
            Assert.Contains("I did that twice.", copy, StringComparison.Ordinal);
            Assert.Contains("Grace Hopper", copy, StringComparison.Ordinal);
            Assert.Contains("made a copy of the circle", copy, StringComparison.Ordinal);
            Assert.DoesNotContain("I lost a client", copy, StringComparison.Ordinal);
            Assert.DoesNotContain("Buy my course", copy, StringComparison.Ordinal);
        }
        Assert.Equal(3, typed.GetProperty("log").EnumerateArray().Count(l => l.GetProperty("deed").GetString() == "copied"));
        Assert.DoesNotContain("/copy\"", await graces.Page(ring.Href + "/charter"), StringComparison.Ordinal);
        (await graces.Hand($"/api{ring.Href}/copy", null)).Is(HttpStatusCode.NotFound);
        (await bob.Hand($"/api{ring.Href}/copy", null)).Is(HttpStatusCode.NotFound);
    }

    [Theory, OnBoth]
    public async Task The_file_of_an_account_tells_what_it_wrote_in_circles_and_nothing_of_others(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        await using var site = await TestSite.Open(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org", profile: new() { Name = "Amazing Grace", Helps = "compilers" });
        await using var graces = await site.As(grace);
        var hers = await ring.Store.PostInCircle(grace.Id, new() { Title = "How to price it", Text = "By the hour?" }, May1, house.Clock, Stop);
        var adas = await ring.Store.PostInCircle(ring.Ada.Id, new() { Title = "Law", Text = "Secret of Ada" }, May1, house.Clock, Stop);
        await ring.Store.ReplyToPost(grace.Id, adas.Id, new() { Text = "Ask a notary." }, May1, house.Clock, Stop);
        var hard = await ring.Store.PostInCircle(ring.Ada.Id, new() { Title = "I cannot go on", IsForHardTimes = true }, May1, house.Clock, Stop);
        await ring.Store.ReplyToPost(grace.Id, hard.Id, new() { Text = "I am here." }, May1, house.Clock, Stop);

        var (file, api, typed) = (await graces.Page("/settings/data/account.json"), (await graces.Ask("/api/account")).Fine().Json, (await house.Type("user", "export", "grace@example.org")).Fine().Out);

        foreach (var told in new[] { file, api.GetProperty("elsewhere").GetProperty("circles").ToString(), typed })
        {
            Assert.Contains("Amazing Grace", told, StringComparison.Ordinal);
            Assert.Contains("By the hour?", told, StringComparison.Ordinal);
            Assert.Contains("Ask a notary.", told, StringComparison.Ordinal);
            Assert.Contains("I am here.", told, StringComparison.Ordinal);
            Assert.DoesNotContain("I cannot go on", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Secret of Ada", told, StringComparison.Ordinal);
        }
        Assert.Equal(hers.Title, api.GetProperty("elsewhere").GetProperty("circles")[0].GetProperty("posts")[0].GetProperty("title").GetString());
        Assert.Empty((await (await site.As(await house.BobsAccount())).Ask("/api/account")).Fine().Json.GetProperty("elsewhere").EnumerateObject());
    }

    [Theory, OnBoth]
    public async Task What_one_learned_is_left_in_a_circle_without_from_whom(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        await using var site = await TestSite.Open(house);
        await using var graces = await site.As(await ring.Join("Grace Hopper", "grace@example.org"));
        var alan = await house.Know("Alan Turing");
        var learning = await house.Store.NoteLearning(new() { Text = "Ask for the budget first", Topic = "pricing", Where = new(alan) }, house.Today, house.Clock, Stop);
        var at = $"{ring.Href}/posts/new?kind=lesson&learning={learning.Id}";

        var (page, form) = (await site.Page($"/learnings/{learning.Id}"), await site.Page(at));
        using var left = await site.Post(at, ring.Href + "/posts", ("title", "pricing"), ("text", "Ask for the budget first"));
        using var hers = await graces.Browser.GetAsync(at, Stop);

        (await house.Type("circle", "lesson", "Budgets", "--learning", learning.Id.ToString()[^6..])).Fine();
        var typed = (await house.Type("circle", "posts", "--kind", "lesson", "--json")).Fine().Json[0];

        Assert.Equal(("Budgets", "Ask for the budget first", "pricing"), (typed.GetProperty("title").GetString(), typed.GetProperty("text").GetString(), typed.GetProperty("topics")[0].GetString()));
        Assert.Contains($"href=\"{at}\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Ask for the budget first", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Alan Turing", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, hers.StatusCode); // it is not in her network
        house.Store.Add(new Access { AccountId = (await house.BobsAccount()).Id, SpaceId = house.Ada.SpaceId, Role = SpaceRole.Member, Since = house.Clock.GetUtcNow().UtcDateTime });
        await house.Store.SaveChangesAsync(Stop);
        await using var program = site.Stranger();
        program.Browser.DefaultRequestHeaders.Add("Authorization", "Bearer " + await house.Scope(Guid.Empty).AddToken((await house.BobsAccount()).Id, new("in Ada's", Scope.Read, null) { SpaceId = house.Ada.SpaceId }, house.Clock, Stop));
        Assert.Empty((await program.Ask("/api/account")).Fine().Json.GetProperty("elsewhere").EnumerateObject());
        await using var bob = await site.As(await house.BobsAccount());
        (await bob.Post("/networks", $"/networks/{house.Ada.SpaceId}/enter")).Dispose();
        var shared = await bob.Page($"/learnings/{learning.Id}"); // he was let into her network, and not told of her circles
        Assert.Contains("Ask for the budget first", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("First founders", shared, StringComparison.Ordinal);
        Assert.Equal(PostKind.Lesson, (await ring.Store.PostsHere(await ring.Seat(ring.Ada), new() { Kinds = [PostKind.Lesson] }, May1, 9, Stop))[1].Post.Kind);
    }

    [Theory, OnBoth]
    public async Task Lessons_of_all_circles_are_found_beside_a_hard_time_and_by_name(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (first, second) = (await Ring.Of(house), await Ring.Of(house, "Second founders"));
        var grace = await first.Join("Grace Hopper", "grace@example.org");
        var alan = await second.Join("Alan Turing", "alan@example.org");
        var hers = await first.Store.PostInCircle(grace.Id, new() { Kind = PostKind.Lesson, Title = "When our largest client left", Text = "Call the others the same day.", Topics = "losing a client" }, May1, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromMilliseconds(2));
        await second.Store.PostInCircle(alan.Id, new() { Kind = PostKind.Resource, Title = "Contracts for clients", Link = "https://example.org/contract" }, May1, house.Clock, Stop);
        await second.Store.PostInCircle(alan.Id, new() { Title = "Losing a client: who knows that?", IsForHardTimes = true }, May1, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        var hard = await house.Store.BeginChallenge(new("The big client left", "losing a client"), house.Today, house.Clock, Stop);

        var found = await first.Store.LessonsInCircles(first.Ada.Id, "losing a client", 9, Stop);
        var (page, api, beside, bobs) = (await site.Page("/circles/lessons?q=losing+clients"), (await site.Ask("/api/circles/lessons?about=client")).Fine().Json, await site.Page($"/challenges/{hard.Id}"), await bob.Page("/circles/lessons?q=losing+clients"));

        Assert.Equal([("First founders", "When our largest client left", 2), ("Second founders", "Contracts for clients", 1)], found.Select(l => (l.CircleName, l.Line.Post.Title, l.Words.Count)));
        Assert.Contains($"href=\"{first.Href}/posts/{hers.Id}\"", page, StringComparison.Ordinal);
        Assert.Contains("Lesson by Grace Hopper · in First founders", page, StringComparison.Ordinal);
        Assert.Equal(2, api.GetProperty("items").GetArrayLength());
        Assert.Contains("Who has been through it", beside, StringComparison.Ordinal);
        Assert.Contains("When our largest client left", beside, StringComparison.Ordinal);
        Assert.DoesNotContain("largest client", bobs, StringComparison.Ordinal);
        Assert.Empty((await bob.Ask("/api/circles/lessons?about=client")).Fine().Json.GetProperty("items").EnumerateArray());
        Assert.NotEmpty((await site.Ask("/api/circles/lessons")).Wrong("about"));
        Assert.Empty(await first.Store.LessonsInCircles(first.Ada.Id, "the of and", 9, Stop));
        var ai = await second.Store.PostInCircle(alan.Id, new() { Kind = PostKind.Lesson, Title = "Thinking machines", Text = "Ask them.", Topics = "AI" }, May1, house.Clock, Stop);
        Assert.Equal(ai.Id, Assert.Single(await first.Store.LessonsInCircles(first.Ada.Id, "ai", 9, Stop)).Line.Post.Id);
        Assert.Equal(ai.Id, Assert.Single(await second.Store.PostsHere(await second.Seat(alan), new() { Kinds = [PostKind.Lesson, PostKind.Resource], About = "AI" }, May1, 9, Stop)).Post.Id);
        await first.Store.Block(grace.Id, first.Ada.Id, Stop);
        await first.Store.ChangeMemberRole(first.Ada.Id, grace.Id, SpaceRole.Owner, house.Clock, Stop);
        await first.Store.ChangeMemberRole(grace.Id, first.Ada.Id, SpaceRole.Member, house.Clock, Stop);
        Assert.DoesNotContain(await first.Store.LessonsInCircles(first.Ada.Id, "losing a client", 9, Stop), l => l.Line.Post.Id == hers.Id); // in each circle one sees what its member sees
    }
}
