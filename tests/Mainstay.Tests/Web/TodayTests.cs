using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Tests.Web;

public partial class TodayTests
{
    private static readonly Guid Grace = Guid.CreateVersion7(), Alan = Guid.CreateVersion7(), Katherine = Guid.CreateVersion7();

    [Fact]
    public void Deals_seven_at_most()
    {
        var worth = Enumerable.Range(0, 12).Select(i => Item("task", priority: 12 - i)).ToList();

        Assert.Equal(worth.Take(7), Today.Choose(worth, [], null));
        Assert.Equal(worth.Skip(3).Take(4), Today.Choose(worth, [.. worth.Take(3).Select(Dealt)], null));
        Assert.Empty(Today.Choose(worth, [.. worth.Take(7).Select(Dealt)], null));
    }

    [Fact]
    public void Keeps_two_places_for_people_whose_time_has_come()
    {
        TodayItem[] busy = [.. Enumerable.Range(0, 9).Select(i => Item("task", priority: 20 - i))];
        TodayItem[] due = [.. new[] { Grace, Alan, Katherine }.Select((p, i) => Item("due", p, 3 - i, 20) with { IsReachingOut = true })];

        Assert.Equal([.. busy.Take(5), due[0], due[1]], Today.Choose([.. busy, .. due], [], null));
        Assert.Equal([.. busy.Take(6), due[0]], Today.Choose([.. busy, due[0]], [], null));
        Assert.Equal([.. busy.Take(6), due[0]], Today.Choose([.. busy, .. due], [], 20));
        Assert.Equal([.. busy.Take(5), due[1]], Today.Choose([.. busy, .. due], [Dealt(due[0])], null));
        Assert.Equal([Grace], Today.Choose([Item("birthday", Grace, 30), .. busy, due[0]], [], null).Select(i => i.PersonId).OfType<Guid>());
    }

    [Fact]
    public void A_place_kept_for_people_goes_to_one_who_fits_the_owners_time()
    {
        TodayItem[] busy = [.. Enumerable.Range(0, 9).Select(i => Item("task", priority: 20 - i))];
        TodayItem[] due = [.. new[] { (Grace, 60), (Alan, 20), (Katherine, 15) }.Select((p, i) => Item("due", p.Item1, 3 - i, p.Item2) with { IsReachingOut = true })];

        Assert.Equal([.. busy.Take(6), due[1]], Today.Choose([.. busy, .. due], [], 30));
        Assert.Equal([.. busy.Take(5), due[1], due[2]], Today.Choose([.. busy, .. due], [], 35));
    }

    [Fact]
    public void Every_kind_of_card_has_a_name_in_both_languages_and_a_picture_and_stands_in_the_documents()
    {
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));
        var kinds = Directory.EnumerateFiles(Path.Combine(source, "src/Mainstay"), "*Card.cs", SearchOption.AllDirectories)
            .SelectMany(f => KindOfCard().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ToList();
        var pictures = File.ReadAllText(Path.Combine(source, "src/Mainstay/Web/Ui/icons.json"));
        var (document, described) = (File.ReadAllText(Path.Combine(source, "docs/cli.md")), File.ReadAllText(Path.Combine(source, "src/Mainstay/Web/TodayAnswer.cs")));

        Assert.True(kinds.Count >= 9);
        foreach (var kind in kinds)
        {
            var name = (Item(kind) with { Kind = kind }).KindInWords;
            Assert.NotEqual(name.InWords(new("en")), name.InWords(new("de")));
            Assert.Contains($"\"{kind}\":", pictures, StringComparison.Ordinal);
            Assert.Contains($"`{kind}`", document, StringComparison.Ordinal);
            Assert.Contains($"`{kind}`", described, StringComparison.Ordinal);
        }
    }

    private static string Here([CallerFilePath] string file = "") => file;

    [GeneratedRegex("""\bKind = "(\w+)",""")]
    private static partial Regex KindOfCard();

    [Fact]
    public void Names_nobody_twice_the_most_pressing_card_wins()
    {
        var worth = Today.InOrder([Item("due", Grace, 1), Item("birthday", Grace, 10), Item("due", Alan, 2)]);

        Assert.Equal([("birthday", Grace), ("due", Alan)], Today.Choose(worth, [], null).Select(i => (i.Kind, i.PersonId!.Value)));
        Assert.Equal([Alan], Today.Choose(worth, [Dealt(Item("task", Grace))], null).Select(i => i.PersonId!.Value));
    }

    [Fact]
    public void Keeps_to_the_owners_time_but_always_deals_one()
    {
        TodayItem[] worth = [Item("due", Grace, 9, 60), Item("due", Alan, 8, 45), Item("due", Katherine, 7, 20), Item("task", priority: 6)];

        Assert.Equal([worth[0], worth[2], worth[3]], Today.Choose(worth, [], 80));
        Assert.Equal([worth[0], worth[3]], Today.Choose(worth, [], -500));
    }

    [Fact]
    public void Time_given_to_a_card_is_not_given_again_when_it_is_done()
    {
        TodayItem[] worth = [Item("due", Alan, 8, 45)];

        Assert.Empty(Today.Choose(worth, [Dealt(Item("due", Grace, 9, 60))], 80));
    }

    [Fact]
    public void The_same_cards_come_in_the_same_order_however_they_arrive()
    {
        TodayItem[] items = [Item("due", Grace, 1, name: "Grace"), Item("due", Alan, 1, name: "Alan"), Item("birthday", Katherine, 3, name: "Katherine")];

        Assert.Equal(Today.InOrder(items), Today.InOrder(items.Reverse()));
        Assert.Equal(["Katherine", "Alan", "Grace"], Today.InOrder(items).Select(i => i.PersonName));
    }

    [Fact]
    public void Shows_what_was_dealt_is_still_worth_saying_and_was_not_put_aside()
    {
        TodayItem[] worth = [Item("due", Grace, 3), Item("due", Alan, 2), Item("due", Katherine, 1)];
        var aside = Dealt(worth[1]);
        aside.Dismissed = true;

        Assert.Equal([worth[0]], Today.Shown(worth, [Dealt(worth[0]), aside, Dealt(Item("task"))]));
    }

    private static TodayItem Item(string kind, Guid? person = null, double priority = 1, int minutes = 0, string? name = null) => new()
    {
        Kind = kind,
        Subject = person ?? Guid.CreateVersion7(),
        PersonId = person,
        PersonName = name,
        Sentence = new Reason("Rhythm.Today"),
        Action = new Reason("Rhythm.Today"),
        ActionHref = "/",
        Priority = priority,
        Minutes = minutes,
    };

    private static DealtCard Dealt(TodayItem item) => new() { On = new(2026, 5, 1), Kind = item.Kind, Subject = item.Subject, PersonId = item.PersonId, Minutes = item.Minutes };
}
