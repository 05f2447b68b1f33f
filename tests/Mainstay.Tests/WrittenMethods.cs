using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Mainstay.Tests;

/// <summary>A method as somebody wrote it: from its opening to its closing brace, with the lambdas and local functions in it.</summary>
/// <param name="Name">With its namespace and type.</param>
/// <param name="At">The file and the line on which it begins.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Parameters">How many things it is handed; what an extension hangs on is none of them.</param>
internal sealed record WrittenMethod(string Name, string At, int Lines, int Parameters);

/// <summary>
/// Reads out of a compiled program and its symbols how long its methods are. The compiler takes a method apart: what is
/// awaited or yielded lies in the MoveNext of a type of its own, a lambda or local function in a method of its own that
/// bears the name of the one it stands in.
/// </summary>
internal static partial class WrittenMethods
{
    public static IReadOnlyList<WrittenMethod> Of(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly, new ReaderParameters { ReadSymbols = true });
        return [.. module.Types.SelectMany(ByHand).SelectMany(Of)];
    }

    private static IEnumerable<WrittenMethod> Of(TypeDefinition type)
    {
        var methods = type.Methods.Where(m => !m.Name.Contains('<') && !m.CustomAttributes.Any(a => a.AttributeType.Name == "CompilerGeneratedAttribute")).ToDictionary(m => m, PointsOf);
        foreach (var (owner, points) in PartsIn(type))
        {
            var host = methods.Where(m => m.Key.Name == owner && m.Value.Any(p => IsBefore(p, points[0]))).OrderBy(m => m.Value.Min(p => p.StartLine)).LastOrDefault().Value;
            host?.AddRange(points);
        }
        foreach (var (method, points) in methods.Where(m => m.Value.Count > 0 || m.Key.IsConstructor))
        {
            var (first, last) = points.Count == 0 ? (0, -1) : (points.Min(p => p.StartLine), points.Max(p => p.EndLine));
            yield return new($"{type.FullName}.{method.Name}", points.Count == 0 ? "" : $"{points[0].Document.Url}:{first}", last - first + 1, ParametersOf(method));
        }
    }

    private static IEnumerable<TypeDefinition> ByHand(TypeDefinition type) => type.Name.Contains('<') ? [] : type.NestedTypes.SelectMany(ByHand).Prepend(type);

    private static bool IsBefore(SequencePoint one, SequencePoint other) => one.Document.Url == other.Document.Url && one.StartLine <= other.StartLine;

    /// <summary>The lambdas and local functions of a type, each by the name of the method it stands in.</summary>
    private static IEnumerable<(string Owner, List<SequencePoint> Points)> PartsIn(TypeDefinition type) =>
        from holder in type.NestedTypes.Where(t => t.Name.Contains('<')).SelectMany(Deep).Prepend(type)
        from method in holder.Methods
        let owner = Part().Match(method.Name) is { Success: true } part ? part : PartTurned().Match(holder.Name)
        where owner.Success
        let points = PointsOf(method)
        where points.Count > 0
        select (owner.Groups[1].Value, points);

    private static IEnumerable<TypeDefinition> Deep(TypeDefinition type) => type.NestedTypes.SelectMany(Deep).Prepend(type);

    private static List<SequencePoint> PointsOf(MethodDefinition method)
    {
        if (!method.HasBody || method.Name == ".cctor") return []; // what fields begin with is data
        var begin = method.IsConstructor ? method.Body.Instructions.FirstOrDefault(i => i.OpCode == OpCodes.Call && i.Operand is MethodReference { Name: ".ctor" })?.Offset ?? 0 : 0;
        return [.. method.DebugInformation.SequencePoints.Where(p => !p.IsHidden && p.Offset >= begin), .. TurnedOf(method) is { } turned ? PointsOf(turned) : []];
    }

    /// <summary>Where the code of a method lies that awaits or yields.</summary>
    private static MethodDefinition? TurnedOf(MethodDefinition method) =>
        method.CustomAttributes.FirstOrDefault(a => a.AttributeType.Name is "AsyncStateMachineAttribute" or "IteratorStateMachineAttribute" or "AsyncIteratorStateMachineAttribute")
            ?.ConstructorArguments[0].Value is TypeReference machine ? machine.Resolve().Methods.Single(m => m.Name == "MoveNext") : null;

    /// <summary>None where a record is made: they are what it is, and go by their names.</summary>
    private static int ParametersOf(MethodDefinition method)
    {
        if (method.IsConstructor && method.DeclaringType.Methods.Any(m => m.Name == "PrintMembers")) return 0;
        return method.Parameters.Count - (method.CustomAttributes.Any(a => a.AttributeType.Name == "ExtensionAttribute") ? 1 : 0);
    }

    [GeneratedRegex("^<([^<>]+)>[bg]__")]
    private static partial Regex Part();

    [GeneratedRegex("^<<([^<>]+)>[bg]__")]
    private static partial Regex PartTurned();
}
