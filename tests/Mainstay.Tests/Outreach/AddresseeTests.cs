using System.Net;
using Mainstay.Organizations;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Outreach;

/// <summary>Several of one name, among people and candidates: it is asked which of them is meant, and each is told from the others.</summary>
public class AddresseeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Those_of_one_name_are_told_apart_by_what_none_of_the_others_has()
    {
        var (first, second, third, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

        var apart = Namesakes.Apart([new(first, "Ana Souza", ["Acme", "ana@acme.example"]), new(second, "ana souza", ["ACME"]), new(third, "Ana Souza", ["Studio"]), new(other, "Bo Ek", ["Acme"])]);

        Assert.Equal(["ana@acme.example", $"…{second.ToString("N")[^6..]}", "Studio"], new[] { first, second, third }.Select(id => apart[id]));
        Assert.Equal(3, apart.Count);
    }

    [Theory, OnBoth]
    public async Task A_message_asks_which_of_people_and_candidates_of_one_name_it_is_for(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var candidate = (await house.Store.AddCandidate(new() { Name = "Cem Demir", Organization = "Bakery" }, house.Today, house.Clock, Stop)).Id;
        var (one, other) = (await house.Know("Cem Demir"), await house.Know("Cem Demir", p => p with { Emails = [new("cem@studio.example")] }));
        await house.Again().SetAffiliations(one, [new("Acme")], house.Clock, Stop);
        await (await house.Bob()).AddCandidate(new() { Name = "Cem Demir" }, house.Today, house.Clock, Stop);
        house.Again();

        var asked = await house.Type("draft", "Cem", "Demir");
        var toCandidate = (await house.Type("draft", candidate.ToString("N")[^6..], "--json")).Fine().Json;
        var toPerson = (await house.Type("draft", one.ToString())).Fine();
        var byMail = (await house.Type("draft", "cem@studio.example", "--json")).Fine().Json;
        var nobody = await house.Type("draft", "Zoe");

        Assert.Equal((1, 1), (asked.Code, nobody.Code));
        foreach (var said in new[] { "Write the id of whom you mean", $"the candidate Cem Demir (Bakery, {candidate.ToString("N")[^6..]})", $"Cem Demir (Acme, {one})", $"Cem Demir (cem@studio.example, {other})" }) Assert.Contains(said, OneLine(asked.Error), StringComparison.Ordinal);
        Assert.Equal(candidate, toCandidate.GetProperty("candidateId").GetGuid());
        Assert.Contains("To Cem Demir (Acme)", toPerson.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("To Cem Demir", toPerson.Out, StringComparison.Ordinal); // that is to be copied
        Assert.Equal(other, byMail.GetProperty("personId").GetGuid());
        Assert.Equal(3, (await house.Again().AllDrafts(Stop)).Count);
    }

    [Theory, OnBoth]
    public async Task Of_two_people_of_one_name_the_one_who_is_a_candidate_is_not_taken_without_a_word(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (linked, other) = (await house.Know("Dana Wu", p => p with { Emails = [new("dana@acme.example")] }), await house.Know("Dana Wu"));
        var candidate = (await house.Store.AddCandidate(new() { PersonId = linked }, house.Today, house.Clock, Stop)).Id;
        await house.Know("Alan Turing");

        var asked = await house.Type("draft", "Dana Wu");
        var to = (await house.Type("draft", linked.ToString())).Fine().Error;
        var alone = (await house.Type("draft", "Alan")).Fine().Error;

        Assert.Equal(1, asked.Code);
        Assert.Contains(other.ToString(), asked.Error, StringComparison.Ordinal);
        Assert.Contains("To Dana Wu (dana@acme.example)", to, StringComparison.Ordinal);
        Assert.Contains("To Alan Turing\n", alone, StringComparison.Ordinal);
        Assert.Contains((await house.Again().AllDrafts(Stop)).Select(l => (l.It.PersonId, l.It.CandidateId)), d => d == (linked, candidate));
    }

    [Theory, OnBoth]
    public async Task Candidates_and_people_of_one_name_are_listed_with_what_tells_them_apart(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var first = (await house.Store.AddCandidate(new() { Name = "Ana Souza", Organization = "Acme" }, house.Today, house.Clock, Stop)).Id;
        var (one, other) = (await house.Know("Ana Souza", p => p with { Emails = [new("ana@studio.example")] }), await house.Know("Ana Souza"));
        var second = (await house.Again().AddCandidate(new() { PersonId = other }, house.Today, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);
        await house.Know("Ana Souza", p => p with { Emails = [new("ana@home.example")] });

        var (bo, _) = (await house.Know("Bo Ek", p => p with { Emails = [new("bo@acme.example")] }), await house.Know("Bo Ek"));

        var shown = await house.Type("candidates", "show", "Ana Souza");
        var moved = await house.Type("candidates", "move", first.ToString("N"), "--to", "in");
        var added = await house.Type("candidates", "add", "Bo Ek");
        var known = (await house.Type("candidates", "add", bo.ToString(), "--known", "--json")).Fine().Json;
        var told = await site.Patch($"/api/candidates/{first}", new { stage = "in" });
        using var page = await site.Post($"/candidates/{first}", $"/candidates/{first}/move", ("stage", "In"));
        var choice = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Stop));

        Assert.Equal((1, 2, 2), (shown.Code, moved.Code, added.Code));
        foreach (var said in new[] { $"Ana Souza (Acme, {first.ToString("N")[^6..]})", $"Ana Souza ({second.ToString("N")[^6..]})" }) Assert.Contains(said, OneLine(shown.Error), StringComparison.Ordinal);
        foreach (var text in new[] { OneLine(moved.Error), told.Text })
            foreach (var said in new[] { $"{one}: ana@studio.example", ": ana@home.example" }) Assert.Contains(said, text, StringComparison.Ordinal);
        foreach (var said in new[] { "Several of your people are called Bo Ek.", $"{bo}: bo@acme.example" }) Assert.Contains(said, OneLine(added.Error), StringComparison.Ordinal);
        Assert.Equal(("Bo Ek", bo), (known.GetProperty("name").GetString(), known.GetProperty("personId").GetGuid()));
        Assert.Contains("Ana Souza (ana@studio.example), whom you have among your people", choice, StringComparison.Ordinal);
        Assert.Equal(Stage.Noticed, (await house.Again().CandidateOf(first, Stop)).It.Stage);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
