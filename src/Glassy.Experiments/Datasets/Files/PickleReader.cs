using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Items = System.Collections.Generic.List<object?>;

namespace Glassy.Datasets.Files;

/// <summary>
/// Reads the part of Python's pickle format that data needs, protocols 2 to 5 (CPython's <c>Lib/pickletools.py</c>): numbers, texts, bytes,
/// lists, tuples, dictionaries and NumPy's arrays. A pickle is a program that may call anything. This calls nothing: the few names that
/// stand before an array are compared with a list, and any other name is an error.
/// </summary>
public static class PickleReader
{
    /// <summary>CIFAR's largest has 155 MB.</summary>
    public const long LongestFile = 512_000_000;

    /// <summary>Objects cost more memory than the bytes that make them.</summary>
    private const int MostObjects = 8_000_000;

    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What messages call it.</param>
    /// <returns>A number (<see cref="long"/>, <see cref="double"/>, <see cref="bool"/>), a <see cref="string"/>, bytes, a list or tuple
    /// (<see cref="List{T}"/>), a dictionary by texts, an <see cref="NpyArray"/>, or null.</returns>
    /// <exception cref="InvalidDataException">It is cut off, or needs more than data does.</exception>
    public static object? Read(byte[] bytes, string name)
    {
        try
        {
            return new Machine(bytes).Run();
        }
        catch (PickleException mistake)
        {
            throw new InvalidDataException($"{name}: {mistake.Message}", mistake);
        }
    }

    private sealed class PickleException(string message) : Exception(message);

    /// <summary>Stands on the stack where a list of arguments begins.</summary>
    private sealed class Mark
    {
        public static readonly Mark Instance = new();
    }

    /// <summary>One of the names that are known.</summary>
    private sealed record Name(string Text);

    /// <summary>An element type of NumPy: <c>|u1</c>.</summary>
    private sealed class ElementType(string kind)
    {
        public string Kind { get; } = kind;

        public string Order { get; set; } = "|";
    }

    /// <summary>An array that gets its content after it was made.</summary>
    private sealed class UnfilledArray
    {
        public NpyArray? Content { get; set; }
    }

    private sealed class Machine(byte[] bytes)
    {
        private static readonly HashSet<string> Known =
        [
            "numpy.core.multiarray _reconstruct", "numpy._core.multiarray _reconstruct", "numpy ndarray", "numpy dtype", "_codecs encode",
            "numpy.core.numeric _frombuffer", "numpy._core.numeric _frombuffer",
        ];

        private readonly Items _stack = [];
        private readonly Dictionary<long, object?> _memo = [];
        private int _at;
        private int _objects;

        public object? Run()
        {
            while (true)
            {
                var code = Byte();
                if (code == '.')
                {
                    return Finish(Pop());
                }

                Step((char)code);
            }
        }

        private void Step(char code)
        {
            if (!TryConstant(code) && !TryCollection(code) && !TryMemo(code) && !TryCall(code))
            {
                throw new PickleException(
                    $"a pickle with the instruction 0x{(int)code:x2} at byte {_at - 1:N0}, expected data alone: numbers, texts, lists and arrays");
            }
        }

        private bool TryConstant(char code)
        {
            switch (code)
            {
                case '\u0080': Take(1); return true;                                                     // PROTO
                case '\u0095': Take(8); return true;                                                     // FRAME
                case 'N': return Push(null);
                case '\u0088': return Push(true);
                case '\u0089': return Push(false);
                case 'K': return Push((long)Byte());
                case 'M': return Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2)));
                case 'J': return Push((long)BinaryPrimitives.ReadInt32LittleEndian(Take(4)));
                case '\u008a': return Push(Long(Take(Byte())));                                          // LONG1
                case 'G': return Push(BinaryPrimitives.ReadDoubleBigEndian(Take(8)));
                case 'U' or 'C': return Push(Take(Byte()).ToArray());                                    // SHORT_BINSTRING, SHORT_BINBYTES
                case 'T' or 'B': return Push(Take(BinaryPrimitives.ReadUInt32LittleEndian(Take(4))).ToArray());
                // BINBYTES8, BYTEARRAY8
                case '\u008e' or '\u0096': return Push(Take(BinaryPrimitives.ReadUInt64LittleEndian(Take(8))).ToArray());
                case '\u008c': return Push(Encoding.UTF8.GetString(Take(Byte())));                       // SHORT_BINUNICODE
                case 'X': return Push(Encoding.UTF8.GetString(Take(BinaryPrimitives.ReadUInt32LittleEndian(Take(4)))));
                default: return false;
            }
        }

        private bool TryCollection(char code)
        {
            switch (code)
            {
                case '(': return Push(Mark.Instance);
                case ')' or ']': return Push(new Items());
                case '}': return Push(new Dictionary<string, object?>(StringComparer.Ordinal));
                case 't' or 'l': return Push(PopToMark());
                case '\u0085': return Push(PopLast(1));
                case '\u0086': return Push(PopLast(2));
                case '\u0087': return Push(PopLast(3));
                case 'a': Append([.. PopLast(1)]); return true;
                case 'e': Append(PopToMark()); return true;
                case 's': SetItems(PopLast(2)); return true;
                case 'u': SetItems(PopToMark()); return true;
                case '0': Pop(); return true;
                default: return false;
            }
        }

        private bool TryMemo(char code)
        {
            switch (code)
            {
                case 'q': return Remember(Byte());
                case 'r': return Remember(BinaryPrimitives.ReadUInt32LittleEndian(Take(4)));
                case '\u0094': return Remember(_memo.Count);                                             // MEMOIZE
                case 'h': return Push(Recall(Byte()));
                case 'j': return Push(Recall(BinaryPrimitives.ReadUInt32LittleEndian(Take(4))));
                default: return false;
            }
        }

        private bool TryCall(char code)
        {
            switch (code)
            {
                case 'c': return Push(NameOf(Line(), Line()));
                case '\u0093':                                                                           // STACK_GLOBAL
                    var parts = PopLast(2);
                    return Push(NameOf(Text(parts[0]), Text(parts[1])));
                case 'R':
                    var call = PopLast(2);
                    return Push(Make(call[0], call[1]));
                case 'b':
                    var state = Pop();
                    Fill(Peek(), state);
                    return true;
                default: return false;
            }
        }

        private static Name NameOf(string module, string name) => Known.Contains($"{module} {name}")
            ? new Name(name)
            : throw new PickleException(
                $"a pickle that asks for {Shown(module)}.{Shown(name)}, expected data alone: this program runs nothing of a pickle");

        /// <summary>Makes what one of the names stands for; nothing is called.</summary>
        private static object Make(object? name, object? arguments) => (name, arguments) switch
        {
            (Name { Text: "_reconstruct" }, _) => new UnfilledArray(),
            (Name { Text: "dtype" }, Items and [var kind, ..]) => new ElementType(Text(kind)),
            (Name { Text: "encode" }, Items and [string text, ..]) => Encoding.Latin1.GetBytes(text),
            (Name { Text: "_frombuffer" }, Items and [byte[] data, ElementType type, Items shape, ..]) => ArrayOf(shape, type, data),
            _ => throw new PickleException("a pickle that makes something else than an array, expected data alone"),
        };

        private static void Fill(object? target, object? state)
        {
            if (target is ElementType type && state is Items and [_, var order, ..])
            {
                type.Order = Text(order);
            }
            else if (target is UnfilledArray array && state is Items and [_, Items shape, ElementType element, false or 0L, byte[] data])
            {
                array.Content = ArrayOf(shape, element, data);
            }
            else
            {
                throw new PickleException("a pickle that fills something else than an array in C order, expected data alone");
            }
        }

        private static NpyArray ArrayOf(Items shape, ElementType type, byte[] data)
        {
            var sizes = shape.Select(size => size is long and >= 0 and <= int.MaxValue and var length
                ? (int)length
                : throw new PickleException("an array whose shape is no list of numbers")).ToArray();
            var array = new NpyArray(sizes, $"{(type.Order == "|" || type.Kind.Length < 2 ? "|" : type.Order)}{type.Kind}", data);
            var size = array.IsNumber
                ? array.Type[2] - '0'
                : throw new PickleException($"an array of {Shown(type.Kind)}, expected numbers");
            var expected = sizes.Aggregate((Int128)size, (product, length) => product * length);
            return expected == data.Length ? array : throw new PickleException(
                FormattableString.Invariant($"an array of {data.Length:N0} bytes, expected {expected:N0} for its shape"));
        }

        /// <summary>Arrays stand for themselves.</summary>
        private static object? Finish(object? value) => value switch
        {
            UnfilledArray { Content: { } content } => content,
            UnfilledArray => throw new PickleException("an array without content"),
            Dictionary<string, object?> entries => entries.ToDictionary(
                entry => entry.Key, entry => entry.Value is UnfilledArray ? Finish(entry.Value) : entry.Value, StringComparer.Ordinal),
            Name or ElementType or Mark => throw new PickleException("a pickle of no data"),
            _ => value,
        };

        private void Append(Items items)
        {
            if (Peek() is not Items list)
            {
                throw Damaged();
            }

            list.AddRange(items);
        }

        private void SetItems(Items items)
        {
            if (Peek() is not Dictionary<string, object?> entries || items.Count % 2 != 0)
            {
                throw Damaged();
            }

            for (var i = 0; i < items.Count; i += 2)
            {
                entries[Text(items[i])] = items[i + 1];
            }
        }

        private bool Push(object? value)
        {
            Count();
            _stack.Add(value);
            return true;
        }

        private bool Remember(long place)
        {
            Count();
            _memo[place] = Peek();
            return true;
        }

        private void Count()
        {
            if (++_objects > MostObjects)
            {
                throw new PickleException(FormattableString.Invariant($"a pickle of more than {MostObjects:N0} objects, expected arrays"));
            }
        }

        private object? Pop()
        {
            var value = Peek();
            _stack.RemoveAt(_stack.Count - 1);
            return value is Mark ? throw Damaged() : value;
        }

        private object? Peek() => _stack.Count > 0 ? _stack[^1] : throw Damaged();

        private Items PopLast(int count)
        {
            if (_stack.Count < count)
            {
                throw Damaged();
            }

            var items = _stack.GetRange(_stack.Count - count, count);
            _stack.RemoveRange(_stack.Count - count, count);
            return items.Contains(Mark.Instance) ? throw Damaged() : items;
        }

        private Items PopToMark()
        {
            var mark = _stack.LastIndexOf(Mark.Instance);
            var items = mark < 0 ? throw Damaged() : _stack.GetRange(mark + 1, _stack.Count - mark - 1);
            _stack.RemoveRange(mark, _stack.Count - mark);
            return items;
        }

        private object? Recall(long place) => _memo.TryGetValue(place, out var value) ? value : throw Damaged();

        private byte Byte() => Take(1)[0];

        private ReadOnlySpan<byte> Take(ulong count)
        {
            if (count > (ulong)(bytes.Length - _at))
            {
                throw new PickleException("a pickle that is cut off; fetch the file again");
            }

            var taken = bytes.AsSpan(_at, (int)count);
            _at += (int)count;
            return taken;
        }

        private string Line()
        {
            var end = bytes.AsSpan(_at).IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(Take((ulong)(end < 0 ? bytes.Length : end + 1)));
            return line.TrimEnd('\n', '\r');
        }

        private static long Long(ReadOnlySpan<byte> number) => number.Length <= 8
            ? (long)new BigInteger(number)
            : throw new PickleException("a number of more than 64 bits");

        private static string Text(object? value) => value switch
        {
            string text => text,
            byte[] text => Encoding.UTF8.GetString(text),
            _ => throw new PickleException("a pickle with a name that is no text, expected data alone"),
        };

        private static string Shown(string text) => string.Concat(text.Take(40).Select(letter => char.IsControl(letter) ? '?' : letter));

        private static PickleException Damaged() => new("a damaged pickle; fetch the file again");
    }
}
