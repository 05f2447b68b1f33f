using System.Text.RegularExpressions;
using Mainstay.Introductions;
using Mainstay.Merging;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.Tests.Archive;
using Mainstay.Tests.Needs;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Merging;

public partial class MergeActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Everything_goes_over_and_comes_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, _, _) = await FullHouse.Fill(house);
        var twice = await house.Again().AddPerson(new() { Name = "G. B. Hopper", Phones = [new("+1 555 7777")], Notes = "From LinkedIn." }, house.Clock, Stop);
        var before = await Still(house);

        var change = await house.Again().MergePeople(new(twice.Id, grace.Id, ["name"]), house.Today, house.Clock, Stop);
        var left = await Naming(house, grace.Id);
        var (kept, met) = (await house.Again().DetailsOf(twice.Id, Stop), await house.Again().TouchPeople.CountAsync(t => t.PersonId == twice.Id, Stop));
        var tie = await house.Again().Ties.SingleAsync(t => t.Id == twice.Id, Stop);
        await house.TakeBack(change);

        Assert.Empty(left);
        Assert.Equal("Grace Hopper", kept.Name);
        Assert.Equal(["+1 555 7777", "+1 555 0199"], kept.Phones.Select(p => p.Value));
        Assert.Equal("From LinkedIn.\n\n-- starts like a formula", kept.Notes);
        Assert.Equal(FullHouse.Picture, kept.Photo!.Bytes);
        Assert.True(met > 0);
        Assert.Equal((Layer.Core, 5, new DateOnly(2026, 4, 1)), (tie.Layer, tie.Closeness, tie.LastTouchOn));
        Assert.Equal((Layer.Close, HowMuch.Much, HowMuch.Somewhat, HowMuch.Not), (tie.CountsAs, tie.Trust, tie.Willing, tie.Standing));
        Assert.Equal(before, await Still(house));
        await house.TakeBack(change); // twice is as once
        Assert.Equal(before, await Still(house));
    }

    [Theory, OnBoth]
    public async Task What_was_said_of_who_stays_wins_and_what_was_not_is_taken_over(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);
        await house.Store.SetTrust(grace.Id, HowMuch.Not, Stop);
        await house.Store.SetTrust(twice.Id, HowMuch.Much, Stop);
        await house.Store.SetImportance(twice.Id, Layer.Core, Stop);
        await house.Store.SetWilling(twice.Id, HowMuch.Somewhat, Stop);
        await house.Store.SetStanding(twice.Id, HowMuch.Much, Stop);

        var change = await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);
        var one = (await house.Again().TieOf(grace.Id, house.Today, Stop)).Tie;
        await house.TakeBack(change);

        Assert.Equal((Layer.Core, HowMuch.Not, HowMuch.Somewhat, HowMuch.Much), (one.CountsAs, one.Trust, one.Willing, one.Standing));
        var again = (await house.Again().TieOf(grace.Id, house.Today, Stop)).Tie;
        Assert.Equal((null, HowMuch.Not, null, null), (again.CountsAs, again.Trust, again.Willing, again.Standing));
        Assert.Equal(HowMuch.Much, (await house.Again().TieOf(twice.Id, house.Today, Stop)).Tie.Trust);
    }

    [Theory, OnBoth]
    public async Task Who_went_is_seen_nowhere_and_found_as_who_stays(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);

        await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);

        Assert.Equal(["Grace Hopper"], await house.Again().People.Select(p => p.Name).ToListAsync(Stop));
        Assert.Empty(await house.Again().InTrash(Stop));
        Assert.Equal([grace.Id], (await house.Again().Search("nanoseconds", Stop)).Hits.Select(h => h.PersonId));
        Assert.Equal([grace.Id], (await house.Again().Search("lunch", Stop)).Hits.Select(h => h.PersonId));
        Assert.Equal(2, (await house.Again().TieOf(grace.Id, house.Today, Stop)).Tie.ContactDays);
        await Assert.ThrowsAsync<NotFound>(() => house.Again().PersonOf(twice.Id, Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().RestorePerson(twice.Id, house.Clock, Stop));
        Assert.Equal(0, await house.Again().EmptyWholeTrash(house.Services.GetServices<IPersonLeaves>(), Stop));
    }

    [Theory, OnBoth]
    public async Task What_would_stand_there_twice_stays_with_who_went_and_is_there_again_when_it_is_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);
        var alan = await house.Store.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop);
        await house.Again().SayKnow(new() { PersonId = alan.Id, Others = [grace.Id, twice.Id], Strength = .8 }, house.Today, Stop);
        await house.Again().SayKnow(new() { PersonId = grace.Id, Others = [twice.Id] }, house.Today, Stop);
        await house.Again().Record(new() { People = [grace.Id, twice.Id], On = new(2026, 4, 20), Kind = TouchKind.Meeting }, house.Today, house.Clock, Stop);
        var before = await Still(house);

        var change = await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);

        Assert.Equal([alan.Id], (await house.Again().Acquaintances.Where(a => a.FirstId == grace.Id || a.SecondId == grace.Id).ToListAsync(Stop)).Select(a => a.Other(grace.Id)).Where(o => o != twice.Id));
        Assert.Equal(3, (await house.Again().TieOf(grace.Id, house.Today, Stop)).Tie.ContactDays);
        await house.TakeBack(change);
        Assert.Equal(before, await Still(house));
    }

    [Theory, OnBoth]
    public async Task Who_was_changed_since_keeps_what_they_have_when_it_is_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);
        var change = await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);
        var details = await house.Again().DetailsOf(grace.Id, Stop);
        await house.Again().ChangePerson(grace.Id, details with { Nickname = "Amazing Grace" }, house.Clock, Stop);

        await house.TakeBack(change);

        Assert.Equal(("Amazing Grace", "Collects nanoseconds."), ((await house.Again().DetailsOf(grace.Id, Stop)).Nickname, (await house.Again().DetailsOf(grace.Id, Stop)).Notes));
        Assert.Equal("Collects nanoseconds.", (await house.Again().DetailsOf(twice.Id, Stop)).Notes);
        Assert.Equal(1, (await house.Again().TieOf(twice.Id, house.Today, Stop)).Tie.ContactDays);
    }

    [Theory, OnBoth]
    public async Task A_file_that_comes_in_again_knows_who_stays(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var file = Path.Combine(house.Settings.Data, "cards.vcf");
        await File.WriteAllTextAsync(file, "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:grace-1\r\nFN:Grace M. Hopper\r\nNOTE:Collects nanoseconds.\r\nEND:VCARD\r\n", Stop);
        (await house.Type("import", file)).Fine();
        var twice = await house.Again().FindPerson("Grace M. Hopper", Stop);
        var grace = await house.Again().AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);

        var again = (await house.Type("import", file, "--json")).Fine().Json.GetProperty("files")[0];

        Assert.Equal((0, 1), (again.GetProperty("added").GetInt32(), again.GetProperty("unchanged").GetInt32() + again.GetProperty("updated").GetInt32()));
        Assert.Equal(1, await house.Again().People.CountAsync(Stop));
        Assert.Equal("Grace Hopper", (await house.Again().PersonOf(grace.Id, Stop)).Name);
    }

    [Theory, OnBoth]
    public async Task An_import_that_is_undone_leaves_who_was_brought_together(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var file = Path.Combine(house.Settings.Data, "cards.vcf");
        await File.WriteAllTextAsync(file, "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:grace-1\r\nFN:Grace M. Hopper\r\nEND:VCARD\r\n", Stop);
        var import = (await house.Type("import", file, "--json")).Fine().Json.GetProperty("import").GetGuid();
        var twice = await house.Again().FindPerson("Grace M. Hopper", Stop);
        var grace = await house.Again().AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        var change = await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);

        var undone = await house.Type("import", "undo", import.ToString());
        await house.TakeBack(change);

        Assert.Contains("brought together", undone.Out + undone.Error, StringComparison.Ordinal);
        Assert.Equal(2, await house.Again().People.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task After_thirty_days_who_went_is_gone_for_good(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);
        var change = await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(31));

        Assert.Equal(1, await house.Again().EmptyTrash(house.Services.GetServices<IPersonLeaves>(), house.Clock, Stop));

        await Assert.ThrowsAsync<NotFound>(() => house.TakeBack(change));
        Assert.Equal(2, (await house.Again().TieOf(grace.Id, house.Today, Stop)).Tie.ContactDays);
        Assert.Empty(await house.Again().MergedLately(Stop));
    }

    [Theory, OnBoth]
    public async Task Nobody_is_brought_together_with_themselves_or_with_a_stranger(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);
        var bobs = await (await house.Bob()).AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);

        await Assert.ThrowsAsync<Mistaken>(() => house.Again().MergePeople(new(grace.Id, grace.Id, []), house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Again().MergePeople(new(grace.Id, twice.Id, ["brthday"]), house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().MergePeople(new(grace.Id, bobs.Id, []), house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().SayApart(grace.Id, bobs.Id, house.Clock, Stop));
        var once = await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);
        Assert.Equal(once, await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop)); // twice is as once
        await Assert.ThrowsAsync<NotFound>(() => house.Again().MergePeople(new(twice.Id, grace.Id, []), house.Today, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Who_stayed_and_went_on_into_somebody_else_is_taken_apart_from_them_first(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);
        var third = await house.Store.AddPerson(new() { Name = "Rear Admiral Hopper" }, house.Clock, Stop);
        var before = await Still(house);
        var first = await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);
        var second = await house.Again().MergePeople(new(third.Id, grace.Id, []), house.Today, house.Clock, Stop);

        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(first));
        await house.TakeBack(second);
        await house.TakeBack(first);

        Assert.Equal(before, await Still(house));
    }

    [Theory, OnBoth]
    public async Task Who_is_removed_for_good_takes_along_who_turned_out_to_be_the_same(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);
        await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);
        await house.Again().TrashPerson(grace.Id, house.Clock, Stop);

        await house.Again().RemoveForGood(grace.Id, house.Services.GetServices<IPersonLeaves>(), Stop);

        Assert.Equal(0, await house.Again().People.IgnoreQueryFilters([Mainstay.Storage.Store.TrashFilter]).CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task What_was_removed_before_comes_back_to_who_stays(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);
        var both = await house.Again().Record(new() { People = [grace.Id, twice.Id], On = new(2026, 4, 20), Kind = TouchKind.Meeting }, house.Today, house.Clock, Stop);
        var lunch = await house.Again().TouchPeople.Where(t => t.PersonId == twice.Id && t.TouchId != both.Id).Select(t => t.TouchId).SingleAsync(Stop);
        var removals = new[] { await house.Again().LetGoOfTouch(lunch, house.Clock, Stop), await house.Again().LetGoOfTouch(both.Id, house.Clock, Stop) };
        await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);

        foreach (var removal in removals) await house.TakeBack(removal);

        Assert.Equal(3, (await house.Again().TieOf(grace.Id, house.Today, Stop)).Tie.ContactDays);
    }

    [Theory, OnBoth]
    public async Task A_touch_that_was_corrected_since_goes_back_to_whose_it_was(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);
        var lunch = await house.Again().TouchPeople.Where(t => t.PersonId == twice.Id).Select(t => t.TouchId).SingleAsync(Stop);
        var change = await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);
        await house.Again().ChangeTouch(lunch, new() { People = [grace.Id], On = new(2026, 4, 1), Kind = TouchKind.Meeting, Note = "long lunch", Minutes = 90 }, house.Today, Stop);

        await house.TakeBack(change);

        Assert.Equal([twice.Id], await house.Again().TouchPeople.Where(t => t.TouchId == lunch).Select(t => t.PersonId).ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Who_was_said_to_be_somebody_else_is_still_somebody_else(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);
        var namesake = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.Again().SayApart(twice.Id, namesake.Id, house.Clock, Stop);

        await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);

        Assert.Equal(0, (await house.Again().Duplicates(10, Stop)).Total);
    }

    [Theory, OnBoth]
    public async Task An_import_that_is_undone_changes_nobody_who_was_brought_together(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var file = Path.Combine(house.Settings.Data, "cards.vcf");
        await File.WriteAllTextAsync(file, "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:grace-1\r\nFN:Grace M. Hopper\r\nEND:VCARD\r\n", Stop);
        (await house.Type("import", file)).Fine();
        await File.WriteAllTextAsync(file, "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:grace-1\r\nFN:Grace M. Hopper\r\nNICKNAME:Amazing\r\nEND:VCARD\r\n", Stop);
        var import = (await house.Type("import", file, "--json")).Fine().Json.GetProperty("import").GetGuid();
        var twice = await house.Again().FindPerson("Grace M. Hopper", Stop);
        var grace = await house.Again().AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        var change = await house.Again().MergePeople(new(grace.Id, twice.Id, []), house.Today, house.Clock, Stop);

        var undone = await house.Type("import", "undo", import.ToString());

        Assert.Contains("brought together", undone.Out + undone.Error, StringComparison.Ordinal);
        Assert.Equal("Amazing", (await house.Again().DetailsOf(grace.Id, Stop)).Nickname);
        await house.TakeBack(change);
        Assert.Equal("Amazing", (await house.Again().DetailsOf(twice.Id, Stop)).Nickname);
    }

    [Theory, OnBoth]
    public async Task Of_two_mergers_at_once_one_comes_too_late(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, twice) = await Two(house);

        var done = await Task.WhenAll(Try(new(grace.Id, twice.Id, [])), Try(new(twice.Id, grace.Id, [])));

        Assert.Single(done, d => d);
        Assert.Equal(1, await house.Again().People.CountAsync(Stop));

        async Task<bool> Try(Merger merger)
        {
            try
            {
                await house.Again().MergePeople(merger, house.Today, house.Clock, Stop);
                return true;
            }
            catch (NotFound)
            {
                return false;
            }
        }
    }

    private static async Task<(Person Grace, Person Twice)> Two(TestHouse house)
    {
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper", Emails = [new("grace@navy.example")] }, house.Clock, Stop);
        var twice = await house.Store.AddPerson(new() { Name = "G. Hopper", Notes = "Collects nanoseconds." }, house.Clock, Stop);
        await house.Again().Record(new() { People = [grace.Id], On = new(2026, 3, 1), Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        await house.Again().Record(new() { People = [twice.Id], On = new(2026, 4, 1), Kind = TouchKind.Meeting, Note = "lunch" }, house.Today, house.Clock, Stop);
        return (grace, twice);
    }

    /// <summary>Every row of any table that names somebody, but for those that are part of their own record, derived, or how things were.</summary>
    private static async Task<List<string>> Naming(TestHouse house, Guid person)
    {
        Type[] own = [typeof(ContactPoint), typeof(PostalAddress), typeof(ImportantDate), typeof(Tag), typeof(Role), typeof(CustomField), typeof(Mainstay.Organizations.Affiliation), typeof(Former), typeof(SearchDocument), typeof(SearchPerson), typeof(Mainstay.Web.DealtCard)];
        var (store, found) = (house.Again(), new List<string>());
        foreach (var column in store.Model.GetEntityTypes().Where(t => !own.Contains(t.ClrType)).SelectMany(t => t.GetProperties()).Where(p => (p.ClrType == typeof(Guid) || p.ClrType == typeof(Guid?)) && p.Name is not ("Id" or "SpaceId") && (p.DeclaringType.ClrType, p.Name) != (typeof(Relation), "PersonId")))
        {
            var (table, further) = (((Microsoft.EntityFrameworkCore.Metadata.IEntityType)column.DeclaringType).GetTableName(), column.DeclaringType.ClrType == typeof(Relation) ? " AND \"PersonId\" <> {0}" : column.DeclaringType.ClrType == typeof(Person) ? " AND \"Id\" <> {0}" : "");
            var question = $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\" WHERE \"{column.GetColumnName()}\" = {{0}}{further}";
            if ((await store.Database.SqlQueryRaw<int>(question, person).ToListAsync(Stop))[0] > 0) found.Add($"{table}.{column.Name}");
        }
        return found;
    }

    /// <summary>All that an archive holds, but for when somebody was changed last and how often.</summary>
    private static async Task<string> Still(TestHouse house) =>
        Moments().Replace(ArchiveActionsTests.WithoutMoment(await ArchiveActionsTests.Export(house)), "");

    [GeneratedRegex("\"(changedAt\":\"[^\"]*\"|revision\":\\d+),?")]
    private static partial Regex Moments();
}
