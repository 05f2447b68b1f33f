using System.Globalization;
using System.Text;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Benchmarks;

/// <summary>People, cards and touches by the thousand, the same for the same seed.</summary>
internal static class Generator
{
    private const int Seed = 42;

    private static readonly string[] Given = ["Ana", "Bo", "Chidi", "Dana", "Elif", "Farid", "Grace", "Hana", "Igor", "José", "Katherine", "Lê", "Mina", "Nils", "Olga", "Pedro", "Qing", "Rosa", "Søren", "Tala", "Uma", "Viktor", "Wanja", "Xenia", "Yusuf", "Zoë", "美玲", "花子", "محمد", "Андрей"];
    private static readonly string[] Family = ["Almeida", "Bauer", "Chen", "Diaz", "Eriksen", "Fischer", "García", "Hansen", "Ito", "Jansen", "Kowalski", "Lindqvist", "Müller", "Nwosu", "Okafor", "Petrov", "Quinn", "Rossi", "Silva", "Tanaka", "Ueda", "Vargas", "Weiss", "Xu", "Yılmaz", "Zhang", "Ødegård", "Ñíguez", "Łukasik", "Şahin"];
    private static readonly string[] Words = ["pricing", "clinic", "hiring", "contract", "travel", "family", "roadmap", "deck", "introduction", "budget", "launch", "review", "conference", "workshop", "design", "security", "taxes", "partnership", "feedback", "coffee", "hospital", "funding", "sales", "garden", "music", "moved", "promised", "asked", "offered", "listened"];

    public static IEnumerable<PersonDetails> People(int count)
    {
        var chance = new Random(Seed);
        for (var i = 0; i < count; i++)
        {
            var (given, family) = (Given[chance.Next(Given.Length)], Family[chance.Next(Family.Length)] + (i % 7 == 0 ? "-" + Family[chance.Next(Family.Length)] : ""));
            yield return new PersonDetails
            {
                Name = $"{given} {family}",
                GivenName = given,
                FamilyName = family,
                Emails = [new(string.Create(CultureInfo.InvariantCulture, $"person{i}@example.org"), "work")],
                Phones = i % 2 == 0 ? [new(string.Create(CultureInfo.InvariantCulture, $"+35191{i:0000000}"), "mobile")] : [],
                Topics = [Words[chance.Next(Words.Length)]],
                Notes = i % 3 == 0 ? Sentence(chance, 12) : null,
                Dates = i % 4 == 0 ? [new("birthday", 1950 + i % 50, 1 + i % 12, 1 + i % 28)] : [],
            };
        }
    }

    /// <summary>Ordinary cards of about ten lines, as an address book exports them.</summary>
    public static byte[] Cards(int count)
    {
        var text = new StringBuilder();
        var index = 0;
        foreach (var person in People(count))
        {
            text.Append("BEGIN:VCARD\r\nVERSION:3.0\r\n").Append(CultureInfo.InvariantCulture, $"UID:{index:x8}-bench\r\nFN:{person.Name}\r\nN:{person.FamilyName};{person.GivenName};;;\r\n")
                .Append(CultureInfo.InvariantCulture, $"EMAIL;TYPE=INTERNET,WORK:{person.Emails[0].Value}\r\nORG:Company {index % 900};Sales\r\nTITLE:Lead {index % 13}\r\n");
            foreach (var phone in person.Phones) text.Append(CultureInfo.InvariantCulture, $"TEL;TYPE=CELL:{phone.Value}\r\n");
            if (person.Notes is { } note) text.Append("NOTE:").Append(note.AsSpan(0, Math.Min(60, note.Length))).Append("\r\n ").Append(note.AsSpan(Math.Min(60, note.Length))).Append("\r\n");
            text.Append("END:VCARD\r\n");
            index++;
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Touches spread unevenly over people and four years; three in ten with a note.</summary>
    public static IEnumerable<NewTouch> Touches(IReadOnlyList<Guid> people, int count, DateOnly today)
    {
        var chance = new Random(Seed);
        for (var i = 0; i < count; i++)
            yield return new NewTouch
            {
                People = [people[(int)(people.Count * chance.NextDouble() * chance.NextDouble())]],
                On = today.AddDays(-chance.Next(1, 1460)),
                Kind = (TouchKind)chance.Next(5),
                Direction = (Direction)chance.Next(3),
                Minutes = chance.Next(3) == 0 ? 30 : null,
                Note = chance.Next(10) < 3 ? Sentence(chance, 8) : null,
            };
    }

    private static string Sentence(Random chance, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[chance.Next(Words.Length)]));
}
