using Mono.Cecil;

namespace Glassy.Tests;

/// <summary>
/// Which folder of a project uses which, read from the compiled types: what their signatures, attributes and bodies name.
/// </summary>
public static class FolderGraph
{
    /// <summary>The edges between the namespaces of one assembly, each with one pair of types that makes it.</summary>
    public static IReadOnlyDictionary<(string From, string To), string> Of(string assemblyPath)
    {
        using var module = ModuleDefinition.ReadModule(assemblyPath);
        var edges = new Dictionary<(string, string), string>();
        foreach (var type in module.GetTypes())
        {
            var from = Outermost(type);
            foreach (var used in Used(type).SelectMany(Parts).Where(t => t.Scope == module))
            {
                var to = Outermost(used);
                if (from.Namespace.Length > 0 && to.Namespace.Length > 0 && from.Namespace != to.Namespace)
                {
                    edges.TryAdd((from.Namespace, to.Namespace), $"{from.Name} uses {to.Name}");
                }
            }
        }

        return edges;
    }

    /// <summary>The cycles among <paramref name="edges"/>: each as the namespaces that reach one another.</summary>
    public static List<string> Cycles(IReadOnlyDictionary<(string From, string To), string> edges)
    {
        var next = edges.Keys.ToLookup(e => e.From, e => e.To);
        var reached = edges.Keys.Select(e => e.From).Distinct().ToDictionary(n => n, n => Reach(n, next));
        return
        [
            .. edges.Where(e => reached.TryGetValue(e.Key.To, out var back) && back.Contains(e.Key.From))
                .Select(e => $"{e.Key.From} → {e.Key.To} ({e.Value})")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static HashSet<string> Reach(string from, ILookup<string, string> next)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(next[from]);
        while (open.TryPop(out var at))
        {
            if (reached.Add(at))
            {
                foreach (var further in next[at])
                {
                    open.Push(further);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<TypeReference> Used(TypeDefinition type) =>
    [
        .. type.BaseType is null ? [] : new[] { type.BaseType },
        .. type.Interfaces.Select(i => i.InterfaceType),
        .. type.CustomAttributes.Select(a => a.AttributeType),
        .. type.Fields.Select(f => f.FieldType),
        .. type.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType),
        .. type.Methods.SelectMany(Used),
    ];

    private static IEnumerable<TypeReference> Used(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(p => p.ParameterType),
        .. method.CustomAttributes.Select(a => a.AttributeType),
        .. method.HasBody ? method.Body.Variables.Select(v => v.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(i => Named(i.Operand)) : [],
    ];

    private static IEnumerable<TypeReference> Named(object? operand) => operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod generic => [generic.DeclaringType, .. generic.GenericArguments],
        MethodReference method => [method.DeclaringType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification shaped => Parts(shaped.ElementType),
        GenericParameter => [],
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);
}
