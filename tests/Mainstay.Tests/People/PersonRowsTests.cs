using FsCheck;
using FsCheck.Fluent;
using Mainstay.People;

namespace Mainstay.Tests.People;

public class PersonRowsTests
{
    private static readonly DateTime Now = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void What_was_spread_over_rows_is_gathered_again() =>
        Prop.ForAll(Made.People.ToArbitrary(), person =>
        {
            Samples.Same(person, PersonRows.Of(person, Now).Gather());
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_come_in_their_order_and_belong_to_the_person() =>
        Prop.ForAll(Made.People.ToArbitrary(), person =>
        {
            var rows = PersonRows.Of(person, Now);
            IEnumerable<IDetail>[] lists = [rows.ContactPoints, rows.Addresses, rows.Dates, rows.Tags, rows.Roles, rows.Relations, rows.Fields];
            return lists.All(l => l.Select(d => d.Position).SequenceEqual(Enumerable.Range(0, l.Count())) && l.All(d => d.PersonId == rows.Person.Id));
        }).QuickCheckThrowOnFailure();

    [Theory, OnBoth]
    public async Task The_databases_give_back_what_they_were_given(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var made = Made.People.Sample(60, 50).ToList();
        var rows = made.ConvertAll(p => PersonRows.Of(p, Now));
        await using (var writing = await house.Store.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await house.Store.AddPeople(rows, TestContext.Current.CancellationToken);
            await writing.CommitAsync(TestContext.Current.CancellationToken);
        }

        var kept = await house.Again().DetailsOf([.. rows.Select(r => r.Person.Id)], TestContext.Current.CancellationToken);

        for (var i = 0; i < made.Count; i++) Samples.Same(made[i], kept[rows[i].Person.Id]);
    }

    [Fact]
    public void What_is_blank_is_not_kept()
    {
        var rows = PersonRows.Of(new() { Name = " Grace ", Nickname = "  ", Emails = [new(" ")], Labels = ["", "navy", "Navy "] }, Now);

        Assert.Equal("Grace", rows.Person.Name);
        Assert.Null(rows.Person.Nickname);
        Assert.Empty(rows.ContactPoints);
        Assert.Equal(["navy"], rows.Tags.Select(t => t.Name));
    }

    /// <summary>People as somebody tidy would write them down.</summary>
    private static class Made
    {
        private static readonly Gen<string> Text = Gen.Elements("a", "Ada", "Ägypten", "山田 花子", "محمد", "O'Neill", "naïve 👩‍💻", "c++", "\u0130stanbul", "e\u0301");
        private static readonly Gen<string> Texts = Gen.NonEmptyListOf(Text).Select(t => string.Join(' ', t));
        private static readonly Gen<string?> Maybe = Gen.OneOf(Texts.Select(t => (string?)t), Gen.Constant((string?)null));
        private static readonly Gen<string?> Lines = Maybe.Select(t => t?.Replace(" ", " x\ny ", StringComparison.Ordinal)); // names stand in one line, notes have several
        private static readonly Gen<DateOnly?> Day = Gen.OneOf(Gen.Choose(0, 3_652_058).Select(d => (DateOnly?)DateOnly.FromDayNumber(d)), Gen.Constant((DateOnly?)null));
        private static readonly Gen<Labelled> Value = from v in Texts from l in Maybe select new Labelled(v, l);
        private static readonly Gen<IReadOnlyList<Labelled>> Values = ListOf(Value);
        private static readonly Gen<IReadOnlyList<string>> Names = Gen.ListOf(Texts).Select(n => (IReadOnlyList<string>)n.DistinctBy(PersonNames.Key).ToList());

        public static Gen<PersonDetails> People =>
            from name in Texts
            from parts in Gen.ArrayOf(Maybe, 12)
            from told in Gen.ArrayOf(Lines, 2)
            from points in Gen.ArrayOf(Values, 5)
            from tags in Gen.ArrayOf(Names, 3)
            from addresses in ListOf(from a in Gen.ArrayOf(Maybe, 8) select new AddressDetails(a[0], a[1], a[2], a[3], a[4]) { PoBox = a[5], Extended = a[6], Region = a[7] })
            from dates in ListOf(from k in Texts from y in Gen.Choose(1, 9999) from m in Gen.Choose(1, 12) from d in Gen.Choose(1, 28) from no in Gen.Choose(0, 2) select new DateDetails(k, no == 0 ? null : y, m, no == 1 ? null : d))
            from roles in ListOf(from n in Texts from s in Day from u in Day select new RoleDetails(n, s, u))
            from relations in ListOf(from k in Texts from n in Texts select new RelationDetails(k, n))
            from fields in ListOf(from v in Texts from n in Texts select new Labelled(v, n))
            select new PersonDetails
            {
                Name = name, Prefix = parts[0], GivenName = parts[1], MiddleNames = parts[2], FamilyName = parts[3], Suffix = parts[4], Nickname = parts[5],
                PhoneticGivenName = parts[6], PhoneticFamilyName = parts[7], Pronouns = parts[8], TimeZone = parts[9], Notes = told[0], HowMet = told[1],
                MetWhere = parts[10], MetThroughName = parts[11], Emails = points[0], Phones = points[1], Links = points[2], Chats = points[3],
                Labels = tags[0], Topics = tags[1], Languages = tags[2], Addresses = addresses, Dates = dates, Roles = roles, Relations = relations, Fields = fields,
            };

        private static Gen<IReadOnlyList<T>> ListOf<T>(Gen<T> items) => Gen.ListOf(items).Select(l => (IReadOnlyList<T>)[.. l]);
    }
}
