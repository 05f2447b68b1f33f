using Mainstay.Lists;
using Mainstay.Rhythm;

namespace Mainstay.Tests.Lists;

public class ListingTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    private static readonly ListWord Mentor = new(Facet.Role, "mentor", "mentor"), Peer = new(Facet.Role, "peer", "peer"), Gold = new(Facet.Label, "gold", "Gold"), Navy = new(Facet.Organization, "us navy", "US Navy");

    private static readonly ListLine
        Ada = Line(1, "ada") with { Words = [Mentor, Gold], Layer = Layer.Core, Cadence = 7, LastTouchOn = new(2026, 4, 1), Strength = .9 },
        Alan = Line(2, "alan") with { Words = [Mentor with { Until = new DateOnly(2026, 4, 30) }], LastTouchOn = new(2020, 1, 1), Strength = .1 },
        Grace = Line(3, "grace") with { Words = [Peer, Mentor, Navy], Layer = Layer.Close, Cadence = 30, LastTouchOn = new(2026, 4, 29), Strength = .5 },
        Katherine = Line(4, "katherine") with { Words = [Gold], Layer = Layer.Core, Cadence = 7, IsPaused = true, Since = new(2026, 4, 1) };

    [Theory]
    [InlineData("", "1 2 3 4")]
    [InlineData("role=mentor", "1 3")]
    [InlineData("role=mentor&role=peer", "1 3")]
    [InlineData("role=-", "2 4")]
    [InlineData("role=mentor&label=gold", "1")]
    [InlineData("layer=core", "1 4")]
    [InlineData("layer=core&layer=-", "1 2 4")]
    [InlineData("touched=month&touched=never", "1 3 4")]
    [InlineData("touched=longer", "2")]
    [InlineData("due=overdue", "1")]
    [InlineData("due=later", "3")]
    [InlineData("due=resting", "4")]
    [InlineData("due=-", "2")]
    [InlineData("organization=us%20navy", "3")]
    [InlineData("organization=nowhere", "")]
    public void Of_one_facet_any_value_will_do_and_of_several_each_must_hold(string wanted, string people) => Assert.Equal(people, Of(wanted).Shown);

    [Theory]
    [InlineData("", "1 2 3 4")]
    [InlineData("sort=-name", "4 3 2 1")]
    [InlineData("sort=touched", "3 1 2 4")]
    [InlineData("sort=-touched", "2 1 3 4")]
    [InlineData("sort=strength", "1 3 2 4")]
    [InlineData("sort=due", "1 3 2 4")]
    [InlineData("sort=added", "4 3 2 1")]
    [InlineData("sort=-added", "1 2 3 4")]
    [InlineData("sort=layer", "1 4 3 2")]
    [InlineData("sort=-layer", "3 1 4 2")]
    public void Those_of_whom_it_is_not_known_come_last_whichever_way_it_goes(string wanted, string people) => Assert.Equal(people, Of(wanted).Shown);

    [Fact]
    public void A_value_counts_whom_it_would_show_if_it_alone_were_chosen_in_its_facet()
    {
        var facets = Of("role=mentor&layer=core").Part.Facets;

        Assert.Equal([("mentor", 1, true), ("-", 1, false)], facets[Facet.Role].Select(v => (v.Value, v.Count, v.IsChosen)));
        Assert.Equal([("core", 1, true), ("close", 1, false)], facets[Facet.Layer].Select(v => (v.Value, v.Count, v.IsChosen)));
        Assert.Equal([("gold", "Gold", 1)], facets[Facet.Label].Select(v => (v.Value, v.Name, v.Count)));
    }

    [Fact]
    public void What_is_chosen_is_listed_even_when_nobody_has_it() =>
        Assert.Contains(new FacetValue("sage", "sage", 0, true), Of("role=sage").Part.Facets[Facet.Role]);

    [Fact]
    public void Pages_meet_without_gap_or_overlap_in_both_directions_whatever_the_order()
    {
        foreach (var sort in new[] { "name", "-name", "touched", "-touched", "strength", "due", "-due", "added", "layer", "-layer" })
        {
            var wanted = PeopleWanted.OfText("sort=" + sort);
            var lines = Enumerable.Range(0, 57).Select(i => Line(i, $"name {i * 31 % 10}") with { LastTouchOn = i % 4 == 0 ? null : Today.AddDays(-i % 9), Layer = (Layer)(i % 5), Cadence = i % 3 == 0 ? null : 30, Strength = i % 7 / 10.0 }).ToList();
            var all = Part(wanted, lines, null, 100).People;

            var forth = new List<Guid>();
            for (var (page, last) = (Part(wanted, lines, null, 5), false); !last; page = Part(wanted, lines, page.Last, 5))
            {
                Assert.Equal(forth.Count, page.Before);
                forth.AddRange(page.People);
                last = !page.HasAfter;
            }
            var back = new List<Guid>();
            var from = Part(wanted, lines, null, 57).Last;
            for (var page = Part(wanted, lines, from, 5, true); page.People.Count > 0; page = Part(wanted, lines, page.First, 5, true)) back.InsertRange(0, page.People);

            Assert.Equal(57, all.Count);
            Assert.Equal(all, forth);
            Assert.Equal(all.SkipLast(1), back);
        }
    }

    [Fact]
    public void Only_those_are_shown_whom_the_query_found_and_the_best_first()
    {
        var found = new Dictionary<Guid, double> { [Alan.Id] = 1.5, [Grace.Id] = 7, [Ada.Id] = 3 };

        Assert.Equal("3 1 2", Of("q=x", found).Shown);
        Assert.Equal("1 3", Of("q=x&role=mentor&sort=name", found).Shown);
    }

    [Fact]
    public void A_point_survives_an_address_and_what_is_none_is_none()
    {
        var point = new ListPoint(-7, "ørsted 山田 ~", Ada.Id);

        Assert.Equal(point, ListPoint.Of(point.ToString()));
        foreach (var text in new[] { null, "", "x", "not a point at all", new string('A', 5_000), "////////" }) Assert.Null(ListPoint.Of(text));
    }

    private static (string Shown, ListPart Part) Of(string text, IReadOnlyDictionary<Guid, double>? found = null)
    {
        var wanted = PeopleWanted.OfText(text);
        var listing = new Listing(ListBlock.Of([Block(Ada, Alan), Block(Grace, Katherine)]), wanted, Today, Stretch.None).Narrow(found);
        var part = listing.Part(null, false, 10, listing.RankBy(new Dictionary<Guid, double>(), found));
        return (string.Join(' ', part.People.Select(p => p.ToByteArray(true)[15])), part);
    }

    private static ListPart Part(PeopleWanted wanted, List<ListLine> lines, ListPoint? from, int take, bool backward = false)
    {
        var listing = new Listing(ListBlock.Of(lines.Chunk(20).Select(Block)), wanted, Today, Stretch.None).Narrow(null);
        return listing.Part(from, backward, take, listing.RankBy(new Dictionary<Guid, double>(), null));
    }

    private static ListBlock Block(params ListLine[] lines) => ListPacking.Unpack(ListPacking.Pack(lines));

    private static ListLine Line(int number, string name) => new()
    {
        Id = new Guid([.. new byte[15], (byte)number], true),
        SortKey = name,
        AddedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(number),
        Since = new(2026, 1, 1),
        StrengthOn = Today,
    };
}
